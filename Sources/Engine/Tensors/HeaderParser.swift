/// Reads the JSON of a header: objects, texts, and lists of whole numbers, which is all there is.
///
/// It keeps no tree, so that the memory it takes is in proportion to what it returns; places in
/// errors are bytes of the file, from 0.
struct HeaderParser {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int
  /// The most numbers of a list: more dimensions than any tensor has.
  private static let listLimit = 64

  /// A parser of that part of a file.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// Reads an object; `member` reads the value after each key. No key may stand twice.
  mutating func object(
    _ member: (inout HeaderParser, String) throws(SafetensorsError) -> Void
  ) throws(SafetensorsError) {
    try expect("{")
    var keys: Set<String> = []
    if take("}") { return }
    repeat {
      let start = position
      let key = try text()
      guard keys.insert(key).inserted else {
        throw error("“\(key.shown())” stands twice", at: start)
      }
      try expect(":")
      try member(&self, key)
    } while take(",")
    try expect("}")
  }

  /// Reads a list of whole numbers from 0.
  mutating func numbers() throws(SafetensorsError) -> [Int] {
    try expect("[")
    var numbers: [Int] = []
    if take("]") { return [] }
    repeat {
      guard numbers.count < Self.listLimit else {
        throw error("a list has more than \(Self.listLimit) numbers")
      }
      numbers.append(try number())
    } while take(",")
    try expect("]")
    return numbers
  }

  /// Reads a text in quotation marks.
  mutating func text() throws(SafetensorsError) -> String {
    try expect("\"")
    let start = position
    var text: [UInt8] = []
    while position < end {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: text, as: UTF8.self) else {
          throw error("the text is not UTF-8", at: start)
        }
        return text
      case UInt8(ascii: "\\"): text += Array(String(try escaped()).utf8)
      case 0..<0x20: throw error("a control character in a text", at: position - 1)
      default: text.append(byte)
      }
    }
    throw error("the text has no end", at: start)
  }

  /// Checks that nothing but spaces is left.
  mutating func finish() throws(SafetensorsError) {
    skipSpaces()
    if position < end { throw error("the header goes on after its end") }
  }

  /// A mistake at the next byte, or at that one.
  func error(_ message: String, at place: Int? = nil) -> SafetensorsError {
    SafetensorsError("byte \(place ?? position): \(message)")
  }

  private mutating func number() throws(SafetensorsError) -> Int {
    skipSpaces()
    let start = position
    var number = 0
    while position < end, (0x30...0x39).contains(bytes[position]) {
      let (tens, isLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, isLarger) = tens.addingReportingOverflow(Int(bytes[position] - 0x30))
      if isLarge || isLarger { throw error("the number is too large", at: start) }
      number = sum
      position += 1
    }
    if position == start { throw error("a whole number was expected") }
    if bytes[start] == UInt8(ascii: "0") && position > start + 1 {
      throw error("a number begins with 0", at: start)
    }
    return number
  }

  /// What a backslash and the signs after it stand for.
  private mutating func escaped() throws(SafetensorsError) -> Unicode.Scalar {
    let start = position - 1
    guard position < end else { throw error("the text has no end", at: start) }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw error("an escape that JSON does not have", at: start)
    }
    var value = try hexadecimal(start)
    // Beyond 16 bits, two escapes share one character.
    if 0xD800..<0xDC00 ~= value, position + 1 < end, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    {
      position += 2
      let low = try hexadecimal(start)
      guard 0xDC00..<0xE000 ~= low else { throw error("half a character", at: start) }
      value = 0x1_0000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw error("half a character", at: start) }
    return scalar
  }

  private mutating func hexadecimal(_ start: Int) throws(SafetensorsError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard position < end,
        let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue
      else { throw error("four hexadecimal digits were expected", at: start) }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  private mutating func skipSpaces() {
    while position < end, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard position < end, Unicode.Scalar(bytes[position]) == sign else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ sign: Unicode.Scalar) throws(SafetensorsError) {
    if !take(sign) { throw error("“\(sign)” was expected") }
  }
}
