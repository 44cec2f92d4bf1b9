import Foundation
import Testing

/// Presets and exercises that are none, given to the built program.
@Suite("Bad presets")
struct BadPresetTests {
  typealias Example = BadTableTests.Example

  private static let head = "format: 1\n"
  /// Nine lists of nine of the list before: with aliases written out, 9⁹ words.
  private static let bomb =
    head + "a: &a [" + String(repeating: "ha, ", count: 8) + "ha]\n"
    + zip("bcdefghi", "abcdefgh").map { name, before in
      "\(name): &\(name) ["
        + Array(repeating: "*\(before)", count: 9).joined(separator: ", ") + "]\n"
    }.joined()
  /// The same in keys, which the parser compares.
  private static let keys =
    head + "a: &a {x: 1}\n"
    + zip("bcdefghi", "abcdefgh").map { name, before in
      "\(name): &\(name) {? *\(before) : 1, ? [*\(before), *\(before)] : 2}\n"
    }.joined()

  static let examples = [
    Example("empty", "", ":1:1: the file is empty"),
    Example(
      "bomb", bomb,
      ":3:8: “*a” stands for more than a single value in a line; such aliases are not read: write it out"
    ),
    Example(
      "bomb in keys", keys,
      ":3:10: “*a” stands for more than a single value in a line; such aliases are not read: write it out"
    ),
    Example(
      "cycle", head + "title: &a [*a]\n",
      ":2:12: “*a” stands for more than a single value in a line; such aliases are not read: write it out"
    ),
    Example(
      "merge", head + "data: &d {noise: 5}\nnetwork: {<<: *d}\n",
      ":3:15: “*d” stands for more than a single value in a line; such aliases are not read: write it out"
    ),
    Example(
      "a hundred thousand brackets", head + "title: " + String(repeating: "[", count: 100_000),
      ":2:2835: more than 16 lists or “key: value” lines inside one another"),
    Example(
      "a hundred thousand dashes", String(repeating: "- ", count: 100_000) + "a",
      ":1:1999: more than 16 lists or “key: value” lines inside one another"),
    Example(
      "twenty lists",
      head + "title: " + String(repeating: "[", count: 20) + String(repeating: "]", count: 20),
      ":2:24: more than 16 lists or “key: value” lines inside one another"),
    Example(
      "deep lines", (0..<600).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
      ":17:17: more than 16 lists or “key: value” lines inside one another"),
    Example(
      "binary", head + "title: !!binary aGVsbG8=\n",
      ":2:8: the tag “!!binary” is not read: write a plain value"),
    Example(
      "object", head + "title: !!python/object/apply:os.system [ls]\n",
      ":2:8: the tag “!!python/object/apply:os.system” is not read: write a plain value"),
    Example(
      "two documents", head + "---\n" + head, ":2:1: a second document begins here; a file has one"),
    Example("twice", head + "title: a\ntitle: b\n", ":2:1: the key “title” stands twice"),
    Example(
      "huge number", head + "training: {learning-rate: 1e999}\n",
      ":2:27: training.learning-rate can't be “1e999”: expected a number from 1e-6 to 100"),
    Example(
      "many digits", head + "seed: " + String(repeating: "9", count: 400) + "\n",
      ":2:7: seed can't be “\(String(repeating: "9", count: 60))…”: expected a whole number from 0 to"
        + " 999999999"),
    Example(
      "directives", (0..<10_000).map { "%TAG !a\($0)! tag:x\n" }.joined() + "---\n" + head,
      ":1:1: a line that begins with % is a directive; only %YAML is read"),
    Example(
      "values in nine hundred lists",
      head + "title: " + String(repeating: "[", count: 900)
        + String(repeating: "a,", count: 100_000),
      ":2:8895: more than 16 lists or “key: value” lines inside one another"),
    Example(
      "long key", head + String(repeating: "k", count: 200_000) + ": 1\n",
      ":2:200001: this is not YAML: could not find expected ':'"),
    Example(
      "longer key than any", head + String(repeating: "k", count: 200) + ": 1\n",
      ":2:1: the key “\(String(repeating: "k", count: 40))…” has 200 bytes; expected at most 100"),
    Example(
      "tab", head + "data:\n\tnoise: 5\n",
      ":3:1: this is not YAML: found character that cannot start any token"),
    Example(
      "list for a value", head + "seed: [1, 2]\n", ":2:7: “seed” takes one value, not a list"),
    Example(
      "value for lines", head + "network: 4\n", ":2:10: “network” takes “key: value” lines"),
    Example("null", head + "seed: ~\n", ":2:7: “seed” has no value"),
    Example(
      "list as a key", head + "? [a, b]\n: 1\n",
      ":2:3: a key is a word, not a list or “key: value” lines"),
    Example("Latin-1", OldText.latin1("format: 1\ntitle: süß\n"), ": the file is not UTF-8 text"),
    Example("UTF-16", OldText.utf16("format: 1\n"), ": the file is not UTF-8 text"),
  ]

  @Test("Each gives one line with the place, and status 2", arguments: examples)
  func refused(_ example: Example) throws {
    try inFolder { folder in
      try Data(example.bytes).write(to: folder.appendingPathComponent("p.yaml"))
      let run = try ShellRun("exec \"$PERCEPT\" p.yaml --plain", in: folder)
      #expect(run.status == 2)
      #expect(run.complaints == "percept: p.yaml\(example.complaint)\n")
      #expect(run.output.isEmpty)
    }
  }

  @Test("A file of twenty thousand keys is refused at the first, before the memory is full")
  func manyKeys() throws {
    try inFolder { folder in
      let text = Self.head + (0..<20_000).map { "k\($0): 1\n" }.joined()
      try Data(text.utf8).write(to: folder.appendingPathComponent("p.yaml"))
      let run = try ShellRun("exec \"$PERCEPT\" p.yaml --plain", in: folder)
      #expect(run.status == 2)
      #expect(run.complaints == "percept: p.yaml:2:1: unknown key “k0”\n")
    }
  }
}
