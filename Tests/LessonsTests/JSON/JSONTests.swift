import Lessons
import Testing

@Suite("JSON")
struct JSONTests {
  @Test("What is written reads as what it was, in a line and on a page")
  func roundTrip() throws {
    let value = JSON.object([
      JSON.Member("a", .list([.whole(1), .number("-2.5e-3"), .null, .truth(true), .truth(false)])),
      JSON.Member("quoted “é” \u{1F600}", .text("\"\\/\n\r\t\u{1}\u{7F}\u{2028}é\u{1F600}")),
      JSON.Member("empty", .object([])), JSON.Member("", .list([])),
      JSON.Member("long", .texts((0..<40).map { "number \($0)" })),
    ])
    #expect(try JSON(reading: value.line, depth: 2) == value)
    #expect(try JSON(reading: value.page, depth: 2) == value)
    #expect(!value.line.contains("\n"))
    #expect(value.page.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("Escapes stand for their characters")
  func escapes() throws {
    let text = #""\u0041\ud83d\ude00\/\b\f""#
    #expect(try JSON(reading: text, depth: 0) == .text("A\u{1F600}/\u{8}\u{C}"))
  }

  @Test("Kinds are told apart")
  func kinds() throws {
    let value = try JSON(reading: #" {"n": 3, "t": "x", "b": true, "l": ["p", "q"]} "#, depth: 2)
    #expect(value["n"]?.whole == 3 && value["t"]?.text == "x" && value["b"]?.truth == true)
    #expect(value["l"]?.texts == ["p", "q"])
    #expect(value["n"]?.text == nil && value["t"]?.whole == nil && value["x"] == nil)
    #expect(try JSON(reading: "3.5", depth: 0).whole == nil)
    #expect(try JSON(reading: "99999999999999999999", depth: 0).whole == nil)
    #expect(try JSON(reading: "[1]", depth: 1).texts == nil)
  }

  @Test(
    "Every mistake has its place and its words",
    arguments: [
      ("", "column 1: a value was expected"),
      ("{\"a\":NaN}", "column 6: NaN is no number in JSON"),
      ("[Infinity]", "column 2: Infinity is no number in JSON"),
      ("[-Infinity]", "column 2: -Infinity is no number in JSON"),
      ("[1,]", "column 4: a value was expected"),
      ("{\"a\":1,}", "column 8: a name in quotation marks was expected"),
      ("{a:1}", "column 2: a name in quotation marks was expected"),
      ("{\"a\" 1}", "column 6: “:” was expected"),
      ("{\"a\":1 \"b\":2}", "column 8: “}” was expected"),
      ("{\"a\":1,\"a\":2}", "column 8: “a” stands twice"),
      ("[1", "column 3: “]” was expected"),
      ("01", "column 1: a number begins with 0"),
      ("-01", "column 1: a number begins with 0"),
      ("1.", "column 1: this is no number"),
      ("[1.e3]", "column 2: this is no number"),
      ("-", "column 1: this is no number"),
      ("+1", "column 1: a value was expected"),
      ("'a'", "column 1: a value was expected"),
      ("tru", "column 1: a value was expected"),
      ("\"a", "column 1: the text has no end"),
      ("\"a\\", "column 3: the text has no end"),
      ("\"a\nb\"", "column 3: a control character in a text"),
      ("\"\\x\"", "column 2: an escape that JSON does not have"),
      ("\"\\ud800\"", "column 2: half a character"),
      ("\"\\ud800\\u0041\"", "column 2: half a character"),
      ("\"\\udc00\"", "column 2: half a character"),
      ("\"\\u00g0\"", "column 2: four hexadecimal digits were expected"),
      ("1 2", "column 3: the text goes on after the value's end"),
      ("[[[1]]]", "column 3: too many lists and objects inside each other"),
    ])
  func mistakes(text: String, message: String) {
    let problem = #expect(throws: JSONProblem.self) { try JSON(reading: text, depth: 2) }
    #expect(problem?.description == message)
  }

  @Test("However deep the nesting, reading ends soon")
  func deep() {
    let text = String(repeating: "[", count: 1_000_000)
    #expect(throws: JSONProblem.self) { try JSON(reading: text, depth: 64) }
  }
}
