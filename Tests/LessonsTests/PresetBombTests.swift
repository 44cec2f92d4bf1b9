import Testing

@testable import Lessons

@Suite("YAML that would grow, or goes too deep")
struct PresetBombTests {
  private func problem(_ yaml: String) -> String? {
    do throws(PresetProblem) {
      _ = try Preset(yaml: yaml)
      return nil
    } catch {
      return error.description
    }
  }

  @Test(
    "An alias is refused where it stands, before the parser sees it",
    arguments: [
      ("format: 1\ntitle: &a [*a]\n", "2:12", "a"),
      ("format: 1\r\ndata: &x-1 {noise: 1}\r\nnetwork: *x-1\r\n", "3:10", "x-1"),
      ("a: &b 1\n? *b : 1\n", "2:3", "b"), ("[&a x,*a]", "1:7", "a"),
      ("{\"k\":&a 1,\"l\":*a}", "1:15", "a"), ("a: &a 1\nb: &b 2\nc: *b", "3:4", "b"),
      ("é: &a [x]\u{2028}*a", "1:11", "a"),
    ])
  func aliases(_ yaml: String, _ place: String, _ name: String) {
    #expect(
      problem(yaml)
        == "\(place): “*\(name)” stands for what “&\(name)” names, and such aliases are not read:"
        + " write it out")
  }

  @Test(
    "Stars and ampersands in prose are none",
    arguments: [
      "Watch *how* it & *then* goes", "R&D *D* 2*x & 3 *y", "**bold** &amp; *b*", "a*b&b*b",
    ])
  func prose(_ text: String) throws {
    #expect(try Preset(yaml: "format: 1\ntitle: \"\(text)\"\n").title == text)
    #expect(try Preset(yaml: "format: 1\ntitle: |\n  \(text)\n").title == text + "\n")
  }

  @Test("Sixteen parts inside one another are read so far, and no more")
  func depth() {
    let deep = { (count: Int) in
      "format: 1\ntitle: " + String(repeating: "[", count: count)
        + String(repeating: "]", count: count)
    }
    #expect(problem(deep(15)) == "2:8: “title” takes one value, not a list")
    let expected = "more than 16 lists or “key: value” lines inside one another"
    #expect(problem(deep(17))?.hasSuffix(expected) == true)
    #expect(problem(deep(100_000))?.hasSuffix(expected) == true)
    #expect(problem(String(repeating: "- ", count: 100_000) + "a")?.hasSuffix(expected) == true)
    #expect(
      problem(String(repeating: "? ", count: 100_000) + "a")?.hasSuffix(expected) == true)
    #expect(
      problem(String(repeating: "{a: ", count: 100_000) + "a")?.hasSuffix(expected) == true)
  }

  @Test(
    "Tags that say nothing new are let pass, and others are refused",
    arguments: [
      ("!!str a", nil), ("! a", nil), ("!!binary YQ==", "!!binary"),
      ("!!python/object:a.B {}", "!!python/object:a.B"), ("!local a", "!local"),
      ("!<tag:example.org,2000:a> b", "tag:example.org,2000:a"), ("!!set {a}", "!!set"),
    ])
  func tags(_ value: String, _ tag: String?) {
    #expect(
      problem("format: 1\ntitle: \(value)\n")
        == tag.map { "2:8: the tag “\($0)” is not read: write a plain value" })
  }

  @Test("A message quotes in part what the file has, without orders for the terminal")
  func quotes() {
    let long = String(repeating: "9", count: 500_000)
    #expect(
      problem("format: 1\nseed: \(long)\n")?.utf8.count ?? .max < 300)
    #expect(
      problem("format: 1\ndata: {set: \"\\e[2Jx\"}\n")?.contains("“\u{FFFD}[2Jx”") == true)
    // One character of any number of accents.
    let accents = "e" + String(repeating: "\u{301}", count: 100_000)
    #expect(problem("format: 1\ndata: {set: \(accents)}\n")?.utf8.count ?? .max < 1000)
  }

  @Test("Text in blocks may be large, and all else together may not")
  func size() {
    let lines = String(repeating: "    1,2,0\n", count: 19_999)
    #expect(problem("format: 1\ndata:\n  points: |\n    x1,x2,class\n" + lines) == nil)
    let list = "format: 1\nfeatures:\n" + String(repeating: "  - x1\n", count: 50_000)
    #expect(
      problem(list)?.hasSuffix(": more than 256 KiB beside texts in blocks; no preset has as much")
        == true)
  }

  @Test("Values far inside of lists are refused before they are counted")
  func cost() {
    let text = "format: 1\ntitle: " + String(repeating: "[", count: 900)
    #expect(
      problem(text + String(repeating: "a,", count: 100_000))?.hasSuffix(NodeShape.tooDeep) == true)
    // Brackets of prose that nobody closes are none of that.
    let prose = String(repeating: "  The interval [0, 1) is half open.\n", count: 500)
    #expect(problem("format: 1\ntitle: a\ndescription: |\n" + prose) == nil)
    #expect(problem("format: 1\ntitle: a\ndescription: >-\n" + prose) == nil)
    #expect(problem("format: 1\ntitle: a\ndescription:\n" + prose) == nil)
  }

  @Test("Directives are refused, wherever they stand")
  func directives() {
    let expected = "a line that begins with % is a directive, and none is read"
    #expect(problem("%YAML 1.1\n---\nformat: 1\n") == "1:1: " + expected)
    #expect(problem("format: 1\r\n...\r\n%TAG ! a\r\n") == "3:1: " + expected)
    #expect(problem("format: 1\ntitle: |\n  100\n  % of it\n") == nil)
  }

  @Test("A file of very many keys is refused at the first that is not known")
  func manyKeys() {
    let keys = (0..<20_000).map { "k\($0): 1\n" }.joined()
    #expect(problem("format: 1\n" + keys) == "2:1: unknown key “k0”")
  }
}
