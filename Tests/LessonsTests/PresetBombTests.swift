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
    "An alias of more than a single value is refused where it stands, before the parser sees it",
    arguments: [
      ("format: 1\ntitle: &a [*a]\n", "2:12", "a"),
      ("format: 1\r\ndata: &x-1 {noise: 1}\r\nnetwork: *x-1\r\n", "3:10", "x-1"),
      ("a: &b\n  c: 1\n? *b : 1\n", "3:3", "b"), ("[&a [x],*a]", "1:9", "a"),
      ("{\"k\":&a {},\"l\":*a}", "1:16", "a"), ("a: &a [1]\nb: &b 2\nc: [*b, *a]", "3:9", "a"),
      ("é: &a [x]\u{2028}*a", "1:11", "a"), ("a: &a !!seq [x]\nb: *a", "2:4", "a"),
      ("a: &a # b\n  - c\nb: *a", "3:4", "a"), ("a: &a [x]\nb: &a y\nc: *a", "3:4", "a"),
      ("a: &a |\n  long\nb: *a", "3:4", "a"),
    ])
  func aliases(_ yaml: String, _ place: String, _ name: String) {
    #expect(
      problem(yaml)
        == "\(place): “*\(name)” stands for more than a single value in a line; such aliases are not"
        + " read: write it out")
  }

  @Test("A hundred aliases of single values are read, and no more")
  func values() throws {
    let text = { (count: Int) in
      let list = Array(repeating: "*a", count: count).joined(separator: ",")
      return "format: 1\ntitle: &a x1\nfeatures: [\(list)]\n"
    }
    #expect(problem(text(1)) == nil)
    #expect(problem(text(AliasScan.limit))?.hasPrefix("3:11: features can't be") == true)
    #expect(problem(text(AliasScan.limit + 1)) == "3:312: more than 100 aliases")
    #expect(problem("format: 1\ntitle: &a -1\ndata: {noise: *a}\n")?.contains("“-1”") == true)
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
      problem(String(repeating: "{a: ", count: 50_000) + "a")?.hasSuffix(expected) == true)
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
    let expected = "a line that begins with % is a directive; only %YAML is read"
    #expect(problem("%YAML 1.1\n---\nformat: 1\n") == nil)
    #expect(problem("%TAG ! a\n---\nformat: 1\n") == "1:1: " + expected)
    #expect(problem("format: 1\r\n...\r\n%TAG ! a\r\n") == "3:1: " + expected)
    #expect(problem("format: 1\ntitle: |\n  100\n  % of it\n") == nil)
  }

  @Test("A file of very many keys is refused at the first that is not known")
  func manyKeys() {
    let keys = (0..<20_000).map { "k\($0): 1\n" }.joined()
    #expect(problem("format: 1\n" + keys) == "2:1: unknown key “k0”")
  }
}
