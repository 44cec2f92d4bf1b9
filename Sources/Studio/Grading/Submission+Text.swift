import Lessons

extension Submission {
  /// The file, line by line; equal submissions give equal texts.
  public var text: String {
    let lines = [header.json] + entries.map(\.json) + [result.json]
    return lines.map { $0.line + "\n" }.joined()
  }

  /// What the first line says that no other file's does.
  static let mark = JSON.Member("percept", .text("submission"))
}

extension Submission.Header {
  fileprivate var json: JSON {
    .object([
      Submission.mark, JSON.Member("format", .whole(Submission.format)),
      JSON.Member("exercise", .text(exercise)), JSON.Member("version", .whole(version)),
      JSON.Member("hash", .text(hash.description)), JSON.Member("program", .text(program)),
      JSON.Member("student", .text(student)), JSON.Member("attempt", .whole(attempt)),
      JSON.Member("seconds", .whole(seconds)), JSON.Member("begun", .text(begun)),
    ])
  }
}

extension ActionLog.Entry {
  fileprivate var json: JSON {
    .object([JSON.Member("step", .whole(step)), JSON.Member("do", .text(action.text))])
  }
}

extension Submission.Result {
  fileprivate var json: JSON {
    .object([
      JSON.Member("steps", .whole(steps)), JSON.Member("passed", .truth(isPassed)),
      JSON.Member("goals", .list(goals.map { .whole($0) })),
      JSON.Member("medals", .texts(medals)),
      JSON.Member("fingerprint", .text(fingerprint.description)),
    ])
  }
}

extension Submission {
  /// What was done and at which step, line by line, without answers and hints.
  public var deedLines: [String] {
    entries.filter { entry in
      switch entry.action {
      case .answer, .takeHint: false
      default: true
      }
    }.map(\.json.line)
  }
}
