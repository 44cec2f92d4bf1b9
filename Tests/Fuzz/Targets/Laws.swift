/// Laws that several parsers keep.
enum Laws {
  /// More than any message needs: what a person wrote is quoted in part.
  private static let messageLimit = 1200

  /// Holds, or the law is broken.
  static func expect(
    _ holds: Bool, _ law: @autoclosure () -> String
  ) throws(BrokenLaw) {
    if !holds { throw BrokenLaw(law()) }
  }

  /// Bytes as text; nil if they are none in UTF-8.
  static func text(_ bytes: [UInt8]) -> String? { String(validating: bytes, as: UTF8.self) }

  /// A message is one line of bounded length that says something.
  static func checkMessage(_ message: String) throws(BrokenLaw) {
    try expect(!message.isEmpty, "a message says nothing")
    try expect(!message.contains { $0.isNewline }, "a message has two lines: \(message)")
    try expect(message.utf8.count <= messageLimit, "a message has \(message.utf8.count) bytes")
  }

  /// A place is in the text.
  static func checkPlace(line: Int, column: Int, in bytes: [UInt8]) throws(BrokenLaw) {
    // A line feed, a return, or one of Unicode's three, which are at least two bytes.
    let lines = 1 + bytes.count { [0x0A, 0x0D, 0x85, 0xA8, 0xA9].contains($0) }
    try expect((1...lines + 1).contains(line), "line \(line) of \(lines)")
    try expect((1...bytes.count + 1).contains(column), "column \(column) of \(bytes.count) bytes")
  }
}
