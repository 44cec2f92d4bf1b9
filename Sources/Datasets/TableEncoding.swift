/// Finds out early that bytes are no text in UTF-8, and what they might be.
enum TableEncoding {
  /// Why the bytes are no text; nil if they are.
  static func problem(in bytes: [UInt8]) -> TableProblem? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return TableProblem("this is UTF-16; expected UTF-8, so save the table as “CSV UTF-8”")
    }
    // Most tables have nothing else.
    var isPlain = true
    for byte in bytes where byte == 0 || byte >= 0x80 {
      isPlain = false
      break
    }
    if isPlain { return nil }
    if let zero = bytes.firstIndex(of: 0) {
      return problem(at: zero, in: bytes, "a byte of 0; expected text, so this may be no table")
    }
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    let place = validCount(bytes)
    let digits = String(bytes[place], radix: 16, uppercase: true)
    return problem(
      at: place, in: bytes,
      "the byte \(digits) is no character of UTF-8; save the table as “CSV UTF-8”")
  }

  /// How many bytes at the front are whole characters.
  private static func validCount(_ bytes: [UInt8]) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var count = 0
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) { count += scalar.count }
    return min(count, bytes.count - 1)
  }

  private static func problem(
    at offset: Int, in bytes: [UInt8], _ message: String
  ) -> TableProblem {
    var (line, column) = (1, 1)
    for index in 0..<offset {
      let byte = bytes[index]
      if byte == Byte.newline
        || byte == Byte.carriageReturn && bytes[index + 1] != Byte.newline
      {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return TableProblem(line: line, column: column, message)
  }
}
