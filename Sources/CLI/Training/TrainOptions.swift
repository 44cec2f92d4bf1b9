import ArgumentParser
import Studio

/// How long a training lasts, what is written on the way, and what it has to fulfil.
struct TrainOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The epoch to train up to, those before a checkpoint included; 100 if not given.",
      valueName: "n"), transform: WrittenNumber.whole(0...1_000_000_000))
  var epochs: Int?

  @Flag(
    name: .customLong("no-shuffle"),
    help: "Take the samples in the same order in every epoch: --set training.shuffle=false.")
  var noShuffle = false

  @Option(
    help: ArgumentHelp(
      "Go on from a checkpoint, which is written again on leaving.", valueName: "file"),
    completion: .file())
  var resume: String?

  @Option(
    help: ArgumentHelp(
      "Write a row of losses and accuracies for each epoch, as .csv or .jsonl; - writes CSV to"
        + " standard output instead of the table.",
      valueName: "file"), completion: .file(extensions: ["csv", "jsonl"]))
  var metrics: String?

  @Flag(help: "Let --metrics replace a file that is there.")
  var force = false

  @Flag(help: "Print one JSON object instead of a table.")
  var json = false

  @Option(
    name: .customLong("assert"), parsing: .singleValue,
    help: ArgumentHelp(
      "End with status 1 unless this holds in the end, as in 'test_loss<0.1'; can be repeated.",
      valueName: "condition"))
  var assertions: [String] = []

  func validate() throws {
    try FileName.check([("--resume", resume)])
    guard !force || metrics != nil else {
      throw ValidationError("--force lets --metrics replace a file: it needs --metrics")
    }
    guard !json || metrics.map(MetricsFile.isOutput) != true else {
      throw ValidationError("--json and --metrics - both ask for standard output")
    }
    _ = try conditions()
  }

  /// What has to hold in the end.
  func conditions() throws -> [Assertion] {
    try assertions.map { text in
      do {
        return try Assertion(text)
      } catch {
        throw ValidationError("--assert '\(text)': \(error)")
      }
    }
  }

  /// An option with its value, which may look like an option itself.
  static func option(_ name: String, _ value: String) -> [String] {
    value.hasPrefix("-") && value != "-" ? ["\(name)=\(value)"] : [name, value]
  }

  /// What goes on as this does, beside the checkpoint and the epochs.
  func argumentsToGoOn(saving save: String?, quietly: Bool) -> [String] {
    var arguments: [String] = []
    if let metrics { arguments += Self.option("--metrics", metrics) }
    if let save { arguments += Self.option("--save", save) }
    for text in assertions { arguments += Self.option("--assert", text) }
    return arguments + (json ? ["--json"] : []) + (quietly ? ["--quiet"] : [])
  }
}
