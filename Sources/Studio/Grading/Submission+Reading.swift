import Engine
import Lessons

extension Submission {
  /// Reads a file. What a mail program does to a text (a mark at its beginning, other ends of lines)
  /// is let pass; everything else has to be exactly as `text` writes it, in sizes that are bounded.
  public init(_ bytes: [UInt8]) throws(SubmissionProblem) {
    let text = try Self.decoded(bytes)
    let lines = try Self.lines(of: text)
    guard let first = lines.first else { throw SubmissionProblem("the file is empty") }
    header = try Header(first)
    do {
      (entries, result) = try Self.body(lines.dropFirst())
    } catch {
      var problem = error
      problem.header = header
      throw problem
    }
  }

  /// A line with its number, and whether the file ends in it.
  struct Line {
    let number: Int
    let text: Substring
    let isTorn: Bool

    /// The members of the object that the line is.
    func fields() throws(SubmissionProblem) -> Fields {
      guard text.utf8.count <= Submission.lineLimit else {
        throw problem("the line is longer than \(Submission.lineLimit >> 10) KiB")
      }
      do {
        let value = try JSON(reading: String(text), depth: 2)
        guard let members = value.members else {
          throw problem("an object in braces was expected, found \(value.kind)")
        }
        return Fields(members, of: self)
      } catch let problem as SubmissionProblem {
        throw problem
      } catch let problem as JSONProblem {
        throw isTorn
          ? self.problem("the line is torn off; the rest of the file is missing")
          : self.problem("this is no JSON: \(problem)")
      } catch {
        throw problem("this is no JSON")
      }
    }

    func problem(_ message: String) -> SubmissionProblem {
      SubmissionProblem(line: number, message)
    }
  }

  private static func decoded(_ bytes: [UInt8]) throws(SubmissionProblem) -> String {
    guard bytes.count <= sizeLimit else {
      throw SubmissionProblem("the file is larger than \(sizeLimit >> 20) MiB")
    }
    if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) {
      throw SubmissionProblem("this is an archive; unpack it first")
    }
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      throw SubmissionProblem("this is no text in UTF-8")
    }
    return text.unicodeScalars.first == "\u{FEFF}"
      ? String(text.unicodeScalars.dropFirst()) : text
  }

  private static func lines(of text: String) throws(SubmissionProblem) -> [Line] {
    // By scalars: a return and a new line are one character.
    let parts = text.unicodeScalars.split(
      separator: "\n", maxSplits: entryLimit + 3, omittingEmptySubsequences: false)
    var lines = parts.enumerated().map { number, part in
      let text = part.last == "\r" ? part.dropLast() : part
      return Line(
        number: number + 1, text: Substring(text), isTorn: number == parts.count - 1)
    }
    // After the end of the last line there is nothing.
    while lines.last?.text.isEmpty == true { lines.removeLast() }
    guard lines.count <= entryLimit + 2 else {
      throw SubmissionProblem("the log has more than \(entryLimit) entries")
    }
    return lines
  }

  private static func body(
    _ lines: ArraySlice<Line>
  ) throws(SubmissionProblem) -> ([ActionLog.Entry], Result) {
    var entries: [ActionLog.Entry] = []
    for line in lines {
      let fields = try line.fields()
      if fields.has("do") {
        entries.append(try ActionLog.Entry(fields))
      } else {
        let result = try Result(fields)
        if let next = lines.first(where: { $0.number > line.number }) {
          throw next.problem("the file goes on after the result")
        }
        return (entries, result)
      }
    }
    throw SubmissionProblem("the file ends without a result; it was not written to its end")
  }
}

extension Submission.Header {
  fileprivate init(_ line: Submission.Line) throws(SubmissionProblem) {
    var fields: Submission.Fields
    do {
      fields = try line.fields()
    } catch {
      throw SubmissionProblem(line: 1, "this is no submission of Percept: \(error.message)")
    }
    guard fields.has(Submission.mark.name), try fields.text(Submission.mark.name) == "submission"
    else { throw SubmissionProblem(line: 1, "this is no submission of Percept") }
    let format = try fields.whole("format", in: 0...Int.max)
    guard format == Submission.format else {
      let age = format > Submission.format ? "; a newer Percept wrote it" : ""
      throw line.problem(
        "format \(format) is not known\(age); this version reads \(Submission.format)")
    }
    exercise = try fields.name("exercise")
    version = try fields.whole("version", in: 1...1_000_000)
    hash = try fields.digest("hash")
    program = try fields.name("program")
    student = try fields.name("student")
    attempt = try fields.whole("attempt", in: 1...1_000_000)
    seconds = try fields.whole("seconds", in: 0...1_000_000_000)
    begun = try fields.name("begun")
    try fields.finish()
  }
}

extension ActionLog.Entry {
  fileprivate init(_ fields: Submission.Fields) throws(SubmissionProblem) {
    var fields = fields
    let step = try fields.whole("step", in: 0...Submission.stepLimit)
    let text = try fields.text("do")
    try fields.finish()
    guard let action = Action(text: text) else {
      throw fields.line.problem("“\(text.shown(limit: 60))” is no action")
    }
    guard action.isFinite else {
      throw fields.line.problem("“\(text.shown(limit: 60))” has a number that is not finite")
    }
    self.init(step: step, action: action)
  }
}

extension Submission.Result {
  fileprivate init(_ fields: Submission.Fields) throws(SubmissionProblem) {
    var fields = fields
    steps = try fields.whole("steps", in: 0...Submission.stepLimit)
    isPassed = try fields.truth("passed")
    goals = try fields.wholes("goals", in: 1...1000)
    medals = try fields.names("medals")
    fingerprint = try fields.digest("fingerprint")
    try fields.finish()
  }
}
