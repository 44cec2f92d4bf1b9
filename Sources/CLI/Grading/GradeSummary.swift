import Lessons
import Studio

/// What a class did on the whole, for standard error.
struct GradeSummary {
  private let files: [GradedFile]
  private let others: [String]

  /// So many deeds are no accident; shorter ways through an exercise are alike by themselves.
  private static let deedLimit = 8

  /// - Parameter others: files that are no submissions.
  init(_ files: [GradedFile], others: [String]) {
    self.files = files
    self.others = others
  }

  /// Line by line.
  var lines: [String] {
    var lines = [counts]
    if let missed { lines.append(missed) }
    lines += alike
    if !others.isEmpty {
      let names = others.prefix(5).map(GradeColumns.plain).joined(separator: ", ")
      lines.append(
        "Left out, for they are no submissions: \(names)"
          + (others.count > 5 ? " and \(others.count - 5) more." : "."))
    }
    return lines
  }

  private var counts: String {
    let parts = Grade.Verdict.allCases.map { verdict in
      "\(files.count { $0.grade.verdict == verdict }) \(verdict.rawValue)"
    }
    return "\(files.count) submission\(files.count == 1 ? "" : "s"): "
      + parts.joined(separator: ", ") + "."
  }

  /// The question that most answers were wrong to.
  private var missed: String? {
    var answers: [String: (right: Int, wrong: Int)] = [:]
    for file in files where [.pass, .fail].contains(file.grade.verdict) {
      for answer in file.grade.score?.answers ?? [] {
        let name = "\(answer.question) of \(file.header?.exercise ?? "")"
        let count = answers[name] ?? (0, 0)
        answers[name] =
          answer.isRight ? (count.right + 1, count.wrong) : (count.right, count.wrong + 1)
      }
    }
    // By name where several are missed as often, so that the order is always the same.
    let worst = answers.filter { $0.value.wrong > 0 }
      .sorted { ($1.value.wrong, $0.key) < ($0.value.wrong, $1.key) }.first
    guard let worst else { return nil }
    return "Most missed question: \(worst.key), \(worst.value.wrong) of"
      + " \(worst.value.wrong + worst.value.right) answers wrong."
  }

  /// Who did the very same; an observation, and no more than that.
  private var alike: [String] {
    var groups: [String: [GradedFile]] = [:]
    for file in files where file.deedCount >= Self.deedLimit {
      guard let deeds = file.deeds, let header = file.header else { continue }
      groups["\(header.exercise) \(deeds)", default: []].append(file)
    }
    return groups.sorted { $0.key < $1.key }.compactMap { _, group in
      var students: [String] = []
      for student in group.compactMap(\.header?.student) where !students.contains(student) {
        students.append(student)
      }
      guard students.count > 1, let first = group.first else { return nil }
      let names = students.prefix(8).map(GradeColumns.plain).joined(separator: ", ")
      return "The same \(first.deedCount) actions at the same steps of"
        + " \(first.header?.exercise ?? ""): \(names)"
        + (students.count > 8 ? " and \(students.count - 8) more." : ".")
    }
  }
}
