import Datasets
import Engine
import Lessons

extension Submission {
  /// More steps than anybody takes, and few enough to be added to without overflow.
  static let stepLimit = 1 << 53

  /// The members of a line, taken out one by one; what is left over is a mistake.
  struct Fields {
    let line: Line
    private var members: [JSON.Member]

    init(_ members: [JSON.Member], of line: Line) {
      self.members = members
      self.line = line
    }

    /// Whether there still is a member of that name.
    func has(_ name: String) -> Bool { members.contains { $0.name == name } }

    /// Checks that every member was taken.
    func finish() throws(SubmissionProblem) {
      if let other = members.first {
        throw line.problem("unknown key “\(other.name.shown())”")
      }
    }

    mutating func text(_ name: String) throws(SubmissionProblem) -> String {
      let value = try take(name)
      guard let text = value.text else { throw expected("a text", name, value) }
      return text
    }

    /// A short text in one line, with something in it.
    mutating func name(_ name: String) throws(SubmissionProblem) -> String {
      try checked(try text(name), name)
    }

    mutating func truth(_ name: String) throws(SubmissionProblem) -> Bool {
      let value = try take(name)
      guard let truth = value.truth else { throw expected("true or false", name, value) }
      return truth
    }

    mutating func whole(
      _ name: String, in range: ClosedRange<Int>
    ) throws(SubmissionProblem) -> Int {
      try whole(try take(name), name, in: range)
    }

    mutating func wholes(
      _ name: String, in range: ClosedRange<Int>
    ) throws(SubmissionProblem) -> [Int] {
      let value = try take(name)
      guard let list = value.list else { throw expected("a list", name, value) }
      var numbers: [Int] = []
      for value in list { numbers.append(try whole(value, name, in: range)) }
      return numbers
    }

    mutating func names(_ name: String) throws(SubmissionProblem) -> [String] {
      let value = try take(name)
      guard let texts = value.texts else { throw expected("a list of texts", name, value) }
      for text in texts { _ = try checked(text, name) }
      return texts
    }

    mutating func digest(_ name: String) throws(SubmissionProblem) -> Digest {
      guard let digest = Digest(digits: try text(name)) else {
        throw line.problem("“\(name)” is no SHA-256 hash: 64 hexadecimal digits were expected")
      }
      return digest
    }

    private mutating func take(_ name: String) throws(SubmissionProblem) -> JSON {
      guard let place = members.firstIndex(where: { $0.name == name }) else {
        throw line.problem("“\(name)” is missing")
      }
      return members.remove(at: place).value
    }

    private func whole(
      _ value: JSON, _ name: String, in range: ClosedRange<Int>
    ) throws(SubmissionProblem) -> Int {
      guard let number = value.whole else { throw expected("a whole number", name, value) }
      guard range.contains(number) else {
        throw line.problem(
          "“\(name)” is \(number); expected \(range.lowerBound) to \(range.upperBound)")
      }
      return number
    }

    private func checked(_ text: String, _ name: String) throws(SubmissionProblem) -> String {
      let isShort = (1...Submission.nameLimit).contains(text.count)
      guard isShort, text.utf8.count <= 4 * Submission.nameLimit,
        text.unicodeScalars.allSatisfy(\.isPrintable)
      else {
        throw line.problem(
          "“\(name)” is no name: 1 to \(Submission.nameLimit) characters in one line were expected")
      }
      return text
    }

    private func expected(_ kind: String, _ name: String, _ value: JSON) -> SubmissionProblem {
      var found = value.kind
      if case .number(let digits) = value { found = digits.prefix(24) + "" }
      return line.problem("“\(name)” is \(found); expected \(kind)")
    }
  }
}

extension Unicode.Scalar {
  /// Whether it may stand in a name: no control character, and nothing that turns the direction of
  /// writing or ends a line.
  var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: false
    default: true
    }
  }
}

extension Action {
  /// Whether all numbers in it are finite.
  var isFinite: Bool {
    switch self {
    case .setParameter(_, let value): value.isFinite
    case .relabelPoints(_, let label): label.isFinite
    case .addPoints(let points, _):
      points.allSatisfy { $0.x1.isFinite && $0.x2.isFinite && $0.label.isFinite }
    default: true
    }
  }
}
