import Lessons

/// What became of a file that was checked.
struct CheckedFile {
  /// In one word or two.
  enum Verdict: String, CaseIterable {
    case proved
    case notProved = "not proved"
    /// A preset that can be read.
    case valid
    /// A file that can't.
    case mistake
  }

  let path: String
  /// What was found out about an exercise; nil of a preset and of what can't be read.
  var report: ExerciseReport?
  /// Why it can't be read; nil if it can.
  var problem: String?

  var verdict: Verdict {
    if problem != nil { return .mistake }
    guard let report else { return .valid }
    return report.check.isProved ? .proved : .notProved
  }

  /// Whether something in it says nothing: the file, or a line of one of its scripts.
  var hasMistake: Bool { problem != nil || report?.check.problems.isEmpty == false }

  /// All of it, for programs.
  var json: JSON {
    .object([
      .init("path", .text(path)), .init("verdict", .text(verdict.rawValue)),
      .init("problem", problem.map { .text($0) } ?? .null),
      .init(
        "found",
        .texts(
          (report?.lines ?? []).dropFirst().map { String($0.drop { $0 == " " }) }
            .filter { !$0.hasPrefix("warning: ") })),
      .init("warnings", .texts(report.map { ExerciseWarnings($0.check).texts } ?? [])),
    ])
  }

  /// How many there are of each kind, in a sentence.
  static func summary(_ files: [CheckedFile]) -> String {
    let valid = files.count { $0.verdict == .valid }
    let counts = [
      (files.count { $0.verdict == .proved }, "proved"),
      (files.count { $0.verdict == .notProved }, "not proved"),
      (valid, "valid preset\(valid == 1 ? "" : "s")"),
      (files.count(where: \.hasMistake), "with mistakes"),
    ]
    return counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + "."
  }
}
