import Foundation
import Testing

/// A folder with a small sweep in it, and the built program to run it.
struct SweepFolder {
  let folder: URL

  /// Twelve configurations with two seeds, of a few points each.
  static let grid = """
    sweep: 1
    name: small
    base: circle
    settings: {data.samples: 40}
    method: grid
    parameters:
      training.learning-rate: {min: 0.003, max: 3, scale: log, count: 4}
      network.hidden: [[2], [4], [4, 2]]
    seeds: 2
    epochs: 4
    objective: {measure: test-loss}

    """

  /// Twenty configurations drawn by chance.
  static let random = """
    sweep: 1
    name: drawn
    base: circle
    settings: {data.samples: 40}
    method: random
    trials: 20
    parameters:
      training.learning-rate: {min: 0.003, max: 3, scale: log}
      network.hidden: [[2], [4], [4, 2]]
    epochs: 3
    objective: {measure: test-accuracy}

    """

  /// Three rungs.
  static let halving = """
    sweep: 1
    name: halved
    base: circle
    settings: {data.samples: 40}
    method: halving
    trials: 18
    parameters:
      training.learning-rate: {min: 0.003, max: 3, scale: log}
    epochs: 9
    halving: {min: 1, factor: 3}
    objective: {measure: test-loss}

    """

  /// Runs a test in a folder that has a sweep's file, `s.yaml`.
  static func with(_ text: String, _ body: (SweepFolder) throws -> Void) throws {
    try inFolder { folder in
      let sweep = SweepFolder(folder: folder)
      try sweep.write(text, "s.yaml")
      try body(sweep)
    }
  }

  func run(_ arguments: String..., output: String? = nil) throws -> ProgramRun {
    try ProgramRun(["sweep"] + arguments, in: folder, output: output)
  }

  /// The table of a sweep that nothing disturbs, with a store of its own.
  func table(_ arguments: String...) throws -> String {
    let run = try ProgramRun(
      ["sweep", "s.yaml", "--quiet", "--store", "alone.jsonl"] + arguments, in: folder)
    #expect(run.status == 0 && run.complaints == "", "\(run)")
    return run.output
  }

  func url(_ name: String) -> URL { folder.appendingPathComponent(name) }

  func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: url(name))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url(name)), as: UTF8.self)
  }

  /// How many whole lines a file has; 0 if there is none.
  func lineCount(_ name: String) -> Int {
    ((try? Data(contentsOf: url(name))) ?? Data()).count { $0 == 10 }
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }
}
