import Testing

@testable import Lessons

@Suite("Texts in Python programs")
struct PythonTests {
  @Test("Quotation marks, strokes and line ends are escaped, whatever combines with them")
  func strings() {
    let text = "\"\u{307}\\\u{301}a\r\n\t\0\u{1B}\u{7F}é"
    let literal = "\"\\\"\u{307}\\\\\u{301}a\\r\\n\\t\\x00\\x1b\\x7fé\""
    #expect(Array(Python.string(text).utf8) == Array(literal.utf8))
  }

  @Test("A text for a comment is one line without quotation marks")
  func comments() {
    let plain = Python.plain("a\"\u{307}\r\nb\\\u{301}\u{2028}c\u{0}")
    #expect(Array(plain.utf8) == Array("a'\u{307}  b'\u{301} c ".utf8))
  }
}
