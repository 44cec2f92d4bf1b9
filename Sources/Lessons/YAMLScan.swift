/// Looks at a text before it is parsed for what would make the parser slow: its time grows with the
/// number of values, with how deep these lie inside one another, and with the square of directives.
///
/// It knows lines and brackets only, and may take a bracket in prose for one that holds values; its
/// limits are so far from any file that a person writes that this makes no difference.
struct YAMLScan {
  /// The most bytes beside texts in blocks (`|` and `>`), in which points may stand.
  static let sizeLimit = 1 << 18
  /// The most steps that brackets inside one another may cost: values times depth.
  private static let costLimit = 4_000_000

  private let bytes: [UInt8]
  private var line = 1
  private var size = 0
  private var depth = 0
  private var cost = 0
  /// The indentation above which lines belong to a block of text; nil outside of one.
  private var block: Int?

  /// The first problem of a text; nil without one.
  static func problem(in text: String) -> PresetProblem? {
    var scan = YAMLScan(bytes: Array(text.utf8))
    return scan.problem()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func problem() -> PresetProblem? {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count && !Self.endsLine(bytes[end]) { end += 1 }
      if let problem = problem(start..<end) { return problem }
      // A return and a new line are one end.
      if end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A { end += 1 }
      start = end + 1
      line += 1
    }
    return nil
  }

  private mutating func problem(_ range: Range<Int>) -> PresetProblem? {
    guard let first = range.first(where: { bytes[$0] != 0x20 }) else { return nil }
    let indentation = first - range.lowerBound
    if let block, indentation > block { return nil }
    block = Self.opensBlock(bytes[range]) ? indentation : nil
    if bytes[first] == UInt8(ascii: "%"), indentation == 0,
      !bytes[range].starts(with: "%YAML".utf8)
    {
      return PresetProblem(
        line: line, column: 1,
        message: "a line that begins with % is a directive; only %YAML is read")
    }
    size += range.count + 1
    guard size <= Self.sizeLimit else {
      return PresetProblem(
        line: line, column: 1,
        message:
          "more than \(Self.sizeLimit >> 10) KiB beside texts in blocks; no preset has as much")
    }
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: ","), UInt8(ascii: ":"): break
      default: continue
      }
      cost += depth
      guard cost <= Self.costLimit else {
        return PresetProblem(
          line: line, column: index - range.lowerBound + 1, message: NodeShape.tooDeep)
      }
    }
    return nil
  }

  private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Whether the next lines are a text: the last word is `|` or `>`, perhaps with digits and signs.
  private static func opensBlock(_ line: ArraySlice<UInt8>) -> Bool {
    let word = line.reversed().drop { $0 == 0x20 }.prefix { $0 != 0x20 }
    guard let mark = word.last, mark == UInt8(ascii: "|") || mark == UInt8(ascii: ">") else {
      return false
    }
    return word.count <= 3
      && word.dropLast().allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D }
  }
}
