import Lessons
import Testing

/// A text that is not a preset, and what is said about it.
struct Mistake: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  let problem: String

  /// - Parameter lines: what stands below `format: 1`.
  init(_ name: String, _ lines: String, _ problem: String) {
    self.init(name, whole: "format: 1\n" + lines, problem)
  }

  init(_ name: String, whole text: String, _ problem: String) {
    testDescription = name
    self.text = text
    self.problem = problem
  }
}

@Suite("Problems of presets")
struct PresetProblemTests {
  @Test("A problem is told with its place and in full", arguments: Mistake.all)
  func told(_ mistake: Mistake) {
    let problem = #expect(throws: PresetProblem.self) { try Preset(yaml: mistake.text) }
    #expect(problem?.description == mistake.problem)
  }

  @Test("With Windows line ends the same is told", arguments: Mistake.all)
  func windows(_ mistake: Mistake) {
    let text = mistake.text.replacing("\n", with: "\r\n")
    let problem = #expect(throws: PresetProblem.self) { try Preset(yaml: text) }
    #expect(problem?.description == mistake.problem)
  }
}

extension Mistake {
  static let all = files + keys + shapes + values + yaml

  private static let files = [
    Mistake("empty", whole: "", "1:1: the file is empty"),
    Mistake("blank lines", whole: "\n\n", "1:1: the file is empty"),
    Mistake("only comments", whole: "# nothing\n# here\n", "1:1: the file is empty"),
    Mistake(
      "a word", whole: "circle\n", "1:1: a preset is a list of “key: value” lines"),
    Mistake(
      "a list", whole: "- format: 1\n", "1:1: a preset is a list of “key: value” lines"),
    Mistake("no format", whole: "title: A\n", "1:1: the key “format: 1” is missing"),
    Mistake(
      "a sweep", whole: "# rates\nsweep: 1\nname: A\n",
      "2:1: this is a sweep, which “percept sweep FILE” runs; a preset or an exercise was expected"),
    Mistake(
      "another format", whole: "# for later\nformat: 2\nfuture: 1\n",
      "2:9: format “2” is not known; this version of Percept reads 1"),
    Mistake(
      "a format in words", whole: "format: one\n",
      "1:9: format “one” is not known; this version of Percept reads 1"),
    Mistake(
      "a list of formats", whole: "format: [1]\n", "1:9: “format” takes one value, not a list"),
    Mistake("no format's value", whole: "format:\n", "1:8: “format” has no value"),
    Mistake(
      "two documents", whole: "format: 1\n---\nformat: 1\n",
      "2:1: a second document begins here; a file has one"),
  ]

  private static let keys = [
    Mistake(
      "unknown key", "titl: A\n", "2:1: unknown key “titl”; did you mean “title”?"),
    Mistake(
      "swapped letters", "titel: A\n", "2:1: unknown key “titel”; did you mean “title”?"),
    Mistake(
      "usual short name", "training:\n  lr: 0.1\n",
      "3:3: unknown key “training.lr”; did you mean “training.learning-rate”?"),
    Mistake("short key", "training:\n  lx: 1\n", "3:3: unknown key “training.lx”"),
    Mistake("strange key", "colour: red\n", "2:1: unknown key “colour”"),
    Mistake(
      "unknown key below", "training:\n  learning-rat: 1\n",
      "3:3: unknown key “training.learning-rat”; did you mean “training.learning-rate”?"),
    Mistake("strange key below", "data:\n  colour: red\n", "3:3: unknown key “data.colour”"),
    Mistake(
      "unknown section", "trainig:\n  loss: cross-entropy\n",
      "2:1: unknown key “trainig”; did you mean “training”?"),
    Mistake("strange section", "screen:\n  width: 80\n", "2:1: unknown key “screen”"),
    Mistake(
      "key of another level", "data:\n  title: A\n",
      "3:3: unknown key “data.title”; did you mean “data.file”?"),
    Mistake("duplicate key", "title: A\ntitle: B\n", "2:1: the key “title” stands twice"),
    Mistake(
      "duplicate key below", "data:\n  set: xor\n  set: xor\n",
      "3:3: the key “set” stands twice"),
    Mistake("duplicate format", "format: 1\n", "1:1: the key “format” stands twice"),
    Mistake(
      "one key in two spellings", "data:\n  noise: 5\ndata.noise: 10\n",
      "4:1: the key “data.noise” stands twice"),
    Mistake(
      "list as a key", "? [a, b]\n: 1\n",
      "2:3: a key is a word, not a list or “key: value” lines"),
    Mistake(
      "lines as a key", "data:\n  ? {a: b}\n  : 1\n",
      "3:5: a key is a word, not a list or “key: value” lines"),
    Mistake("empty text as a key", "'': 1\n", "2:1: unknown key “”"),
    Mistake("a number as a key", "1: 1\n", "2:1: unknown key “1”"),
    Mistake(
      "merging", "data: &a\n  set: xor\nnetwork:\n  <<: *a\n",
      "5:7: “*a” stands for more than a single value in a line; such aliases are not read: write it"
        + " out"),
  ]

  private static let shapes = [
    Mistake(
      "list for a number", "data:\n  noise: [5]\n",
      "3:10: “data.noise” takes one value, not a list"),
    Mistake("list for a title", "title: [A, B]\n", "2:8: “title” takes one value, not a list"),
    Mistake("list for a seed", "seed:\n  - 1\n", "3:3: “seed” takes one value, not a list"),
    Mistake(
      "lines for a title", "title:\n  a: b\n",
      "3:3: “title” takes one value, not “key: value” lines"),
    Mistake(
      "lines for a value", "data:\n  set: {name: circle}\n",
      "3:8: “data.set” takes one value, not “key: value” lines"),
    Mistake(
      "lines for a list", "features:\n  x1: true\n",
      "3:3: “features” takes a list, not “key: value” lines"),
    Mistake(
      "list in a list", "features: [x1, [x2]]\n",
      "2:16: “features” takes a list of single values"),
    Mistake(
      "lines in a list", "network:\n  hidden: [4, {units: 2}]\n",
      "3:15: “network.hidden” takes a list of single values"),
    Mistake("word for a section", "data: circle\n", "2:7: “data” takes “key: value” lines"),
    Mistake("list for a section", "network: [4, 2]\n", "2:10: “network” takes “key: value” lines"),
    Mistake(
      "nothing for a section", "training:\n  # later\ndata:\n  set: xor\n",
      "2:10: “training” takes “key: value” lines"),
    Mistake("nothing for a title", "title:\n", "2:7: “title” has no value"),
    Mistake("null for a title", "title: null\n", "2:8: “title” has no value"),
    Mistake("null for a number", "data:\n  noise: ~\n", "3:10: “data.noise” has no value"),
    Mistake(
      "nothing for a list", "network:\n  hidden:\n    # - 4\n",
      "3:10: “network.hidden” has no value"),
    Mistake("null in a list", "features: [x1, null]\n", "2:16: “features” has no value"),
  ]
}
