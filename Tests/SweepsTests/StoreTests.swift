import Engine
import Lessons
import Testing

@testable import Sweeps

@Suite("The store of a sweep")
struct StoreTests {
  private static let header = StoreHeader(
    program: "1.0", spec: "sweep: 1\nname: “ä”\n", changes: ["epochs=5"], folder: "/a b")

  private static func trial(_ number: Int, _ value: Double = 0.1) -> StoredTrial {
    StoredTrial(
      identity: "id\(number)", values: ["network.hidden=4,2", "data.noise=\(number)"], seed: "42",
      result: Sample.result(value))
  }

  private static func text(_ trials: [StoredTrial]) -> String {
    ([StoreLine.header(header)] + trials.map { .trial($0) }).map { $0.text + "\n" }.joined()
  }

  private static let three = text([trial(1), trial(2, .nan), trial(3)])

  @Test("A line read is the line written, to the last bit")
  func roundTrip() throws {
    var random = Random(seed: 1, stream: .noise)
    for number in 0..<50 {
      let values = [Double.leastNonzeroMagnitude, -0.0, 1e300, .infinity, random.normal()]
      let value = values[number % 5]
      let result = TrialResult(
        state: value.isFinite ? .complete : .diverged, objective: value, epochs: number,
        measuredAt: 0,
        measures: SweepObjective.measures.map { _ in random.normal() * 1e-9 }, curve: values,
        reason: number == 7 ? "“no”,\n\"\\" : "")
      let line = StoreLine.trial(
        StoredTrial(identity: "x", values: ["a=1"], seed: "3", result: result))
      #expect(!line.text.contains("\n"))
      #expect(try StoreLine(line.text) == line)
    }
    #expect(try StoreLine(StoreLine.header(Self.header).text) == .header(Self.header))
    let failed = StoreLine.trial(
      StoredTrial(identity: "f", values: [], seed: "43", result: .failed("it can't be")))
    #expect(try StoreLine(failed.text) == failed)
  }

  @Test("Whole, it gives back every trial")
  func whole() throws {
    let store = try Store(Self.three)
    #expect(store.header == Self.header && store.trials.count == 3)
    #expect(store.result(of: "id2")?.state == .diverged)
    #expect(store.result(of: "id4") == nil)
    #expect(store.wholeBytes == Self.three.utf8.count && !store.isTorn)
  }

  @Test("Torn off anywhere, what was whole before is there, and the rest is told")
  func torn() throws {
    let bytes = Array(Self.three.utf8)
    var ends = bytes.indices.filter { bytes[$0] == 10 }.map { $0 + 1 }
    ends.insert(0, at: 0)
    for count in 0...bytes.count {
      let store = try Store(bytes: Array(bytes.prefix(count)))
      let whole = ends.last { $0 <= count } ?? 0
      #expect(store.wholeBytes == whole)
      #expect(store.isTorn == (whole != count))
      #expect(store.trials.count == max(0, ends.count { $0 <= count } - 2))
    }
  }

  @Test("A last line whose middle was lost is torn as well")
  func hole() throws {
    let store = try Store(Self.three + "{\"trial\":\"id4\",\0\0\0\n")
    #expect(store.isTorn && store.trials.count == 3)
    #expect(store.wholeBytes == Self.three.utf8.count)
  }

  @Test(
    "A line without its end that begins no header is no torn store",
    arguments: [
      "my precious notes in one line", "x", "\0", "{}", "{\"trial\":\"id1\"", "\u{7F}ELF",
    ])
  func foreign(text: String) {
    let error = #expect(throws: Store.Problem.self) { try Store(text) }
    #expect(error?.description == "1: the first line of a store has “percept-sweep” in it")
  }

  @Test("Bytes that are no text are told with their line; in a torn last line they are left out")
  func noText() throws {
    var bytes = Array(Self.text([Self.trial(1)]).utf8)
    let end = bytes.count
    let place = try #require(bytes.lastIndex(of: UInt8(ascii: "=")))
    bytes += Array(StoreLine.trial(Self.trial(2)).text.utf8.prefix(40))
    bytes[end + 20] = 0xFF
    let store = try Store(bytes: bytes)
    #expect(store.isTorn && store.wholeBytes == end && store.trials.count == 1)
    bytes[place] = 0xFF
    for count in [end, bytes.count] {
      let error = #expect(throws: Store.Problem.self) {
        try Store(bytes: Array(bytes.prefix(count)))
      }
      #expect(error?.description == "2: this is no text in UTF-8")
    }
  }

  @Test(
    "A line that can't be is told with its number",
    arguments: [
      (0, "{\"trial\":\"id1\"}", "1: a trial lacks"),
      (0, "", "1: "),
      (1, "{\"trial\":", "2: "),
      (1, "", "2: "),
      (2, "[1]", "3: expected a line with “percept-sweep” or “trial”"),
      (2, "{\"percept-sweep\":2}", "3: this store has another format"),
      (3, "{\"trial\":\"id3\"}", "4: a trial lacks"),
    ])
  func bad(line: Int, text: String, problem: String) {
    var lines = Self.three.split(separator: "\n").map(String.init)
    lines[line] = text
    let error = #expect(throws: Store.Problem.self) {
      try Store(lines.map { $0 + "\n" }.joined())
    }
    #expect(error?.description.hasPrefix(problem) == true, "\(String(describing: error))")
  }

  @Test(
    "A value of the wrong kind is told",
    arguments: [
      ("\"state\":\"complete\"", "\"state\":\"done\"", "2: “state” is none of complete, diverged"),
      ("\"objective\":0.1", "\"objective\":\"x\"", "2: “objective” has to be a number or null"),
      (
        "\"objective\":0.1", "\"objective\":null",
        "2: “objective” of a trial that is complete has to be a number"
      ),
      (
        "\"objective\":0.1", "\"objective\":1e999",
        "2: “objective” of a trial that is complete has to be a number"
      ),
      (
        "\"state\":\"complete\"", "\"state\":\"diverged\"",
        "2: “objective” of a trial that is diverged has to be null"
      ),
      ("\"test-loss\":0.1,", "", "2: “test-loss” has to be a number or null"),
      ("\"epochs\":10", "\"epochs\":-1", "2: a trial lacks"),
      ("\"epochs\":10", "\"epochs\":1e2", "2: a trial lacks"),
      ("[1.0,0.5]", "[1.0,\"a\"]", "2: “curve” takes numbers and null"),
    ])
  func kinds(from: String, to: String, problem: String) throws {
    try #require(Self.three.contains(from))
    let text = Self.three.replacing(from, with: to, maxReplacements: 1)
    let error = #expect(throws: Store.Problem.self) { try Store(text) }
    #expect(error?.description.hasPrefix(problem) == true, "\(String(describing: error))")
  }

  @Test("The same trial twice has to have the same numbers")
  func conflict() throws {
    #expect(try Store(Self.text([Self.trial(1), Self.trial(1)])).trials.count == 1)
    let error = #expect(throws: Store.Problem.self) {
      try Store(Self.text([Self.trial(1), Self.trial(2), Self.trial(1, 0.2)]))
    }
    #expect(error?.description == "4: the trial id1 stands there twice, with different numbers")
  }

  @Test("Joined in any order, stores have the same text")
  func merging() throws {
    let parts = try [[1, 2], [2, 5, 3], [], [4, 1]].map { numbers in
      try Store(Self.text(numbers.map { Self.trial($0) }))
    }
    var texts: Set<String> = []
    for seed in UInt64(0)..<12 {
      var random = Random(seed: seed, stream: .order)
      var store = Store()
      for part in parts.shuffled(using: &random) { try store.merge(part) }
      texts.insert(store.sortedText)
    }
    #expect(texts == [Self.text((1...5).map { Self.trial($0) })])
  }

  @Test("Stores of another sweep, or with other numbers, are not joined")
  func refused() throws {
    var store = try Store(Self.three)
    let other = StoreHeader(program: "1.0", spec: "sweep: 1\n", changes: [], folder: "")
    let foreign = try Store(StoreLine.header(other).text + "\n")
    #expect(throws: StoreProblem.self) { try store.merge(foreign) }
    let different = try Store(Self.text([Self.trial(3, 0.7)]))
    #expect(throws: StoreProblem.self) { try store.merge(different) }
    let moved = StoreHeader(
      program: "1.1", spec: Self.header.spec, changes: Self.header.changes, folder: "/elsewhere")
    #expect(throws: Never.self) { try store.merge(Store(StoreLine.header(moved).text + "\n")) }
  }
}
