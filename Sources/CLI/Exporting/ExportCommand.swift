public import ArgumentParser
import Engine
public import Lessons
import Studio

/// `percept export PRESET --format FORMAT`: a network in the formats of the field.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a network as a program, as JSON or as its weights.",
    discussion: """
      The network becomes a program that evaluates it: the weights stand in it, its function \
      outputs(x1, x2) goes from a table's values to the network's outputs, and run with a CSV file it \
      answers for every row. It needs its framework alone, and gives what the network gives here, to \
      1e-5; without an argument it checks that. --epochs, --load and --checkpoint give it more than the \
      weights it begins with.

      With --training, keras and pytorch write the program of the keys K and P instead, which trains \
      the network from points.csv (percept data PRESET > points.csv).

      keras        \(ExportFormat.keras.summary)
      pytorch      \(ExportFormat.pytorch.summary)
      numpy        \(ExportFormat.numpy.summary)
      json         \(ExportFormat.json.summary)
      safetensors  \(ExportFormat.safetensors.summary)

      Examples:
        percept export spiral --epochs 500 --format pytorch --output spiral.py
        percept export spiral --training --format keras > train.py
        percept export --checkpoint run.percept --format json --output run.json
        percept export xor --load xor.safetensors --format numpy > xor.py
        percept export iris --epochs 100 --format safetensors -o iris.safetensors
      """)

  @OptionGroup
  var origin: NetworkOrigin

  @Option(help: "What to write: keras, pytorch, numpy, json or safetensors.")
  var format: ExportFormat

  @Flag(help: "Write the program that trains the network from points.csv, of keras or pytorch.")
  var training = false

  @OptionGroup
  var target: ResultTarget

  @OptionGroup
  var talk: TalkOptions

  func validate() throws {
    guard !training || format.language != nil else {
      throw ValidationError(
        "--training is for keras and pytorch; \(format.rawValue) holds the network alone")
    }
  }

  func run() throws {
    try checkName()
    try target.check(noText: format == .safetensors ? format.rawValue : nil)
    let session = try origin.trained(origin.session(talk), talk)
    if let divergence = session.trainer.divergence {
      throw Failure(
        message: "training diverged in epoch \(divergence.epoch): there is no network to export;"
          + " a lower training.learning-rate may help", status: 1)
    }
    if training, let language = format.language {
      try target.write(Array(language.text(session.program).utf8))
      talk.say(
        "It reads the points from points.csv, which “percept data” writes.")
      return
    }
    let network = session.trainedNetwork
    if format != .safetensors, let obstacle = network.obstacle {
      throw Failure(message: "\(obstacle): nothing was written", status: 1)
    }
    try target.write(network.bytes(format))
  }

  /// What exported programs import: a program of that name would be imported in its place.
  private static let modules = ["csv", "json", "keras", "math", "numpy", "os", "sys", "torch"]

  private func checkName() throws {
    guard let output = target.file else { return }
    let name = output.split(separator: "/").last.map(String.init) ?? output
    guard Self.modules.contains(where: { name == $0 + ".py" }) else { return }
    throw Failure(
      message: "--output \(output): Python would take \(name) for the module that programs import;"
        + " choose another name")
  }
}

extension ExportFormat: ExpressibleByArgument {}
