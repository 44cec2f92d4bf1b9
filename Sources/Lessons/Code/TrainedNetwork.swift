public import Datasets
public import Engine

/// A network to be taken away: everything between the numbers of a table's row and its answer.
///
/// It can be written as a program that evaluates it, as JSON, or as its weights alone; each gives the
/// same outputs as the network here, to 10⁻⁵ of the larger of 1 and the output.
public struct TrainedNetwork: Sendable {
  /// What the network is, and how far it was trained.
  public let program: Program
  /// Its weights and running statistics.
  let network: Network
  /// Where values of the columns come to on the plane.
  let columns: [Column]
  /// What the output stands for where a number is predicted; nil for classes.
  let target: Column?
  /// The classes as files have them.
  let classes: [String]
  /// What features go through; nil if they stay as they are.
  let standardizer: Standardizer?
  /// Points with what the network gives there.
  let check: Check
  /// How good it is on each share that has points.
  let evaluations: [(share: Dataset.Share, evaluation: Evaluation)]

  /// A column of a table and its place on the plane.
  struct Column: Equatable {
    let name: String
    let shift: Double
    let factor: Double
  }

  /// Points in the units of the columns, and the outputs there.
  struct Check: Equatable {
    let inputs: [[Double]]
    let outputs: [[Float]]
  }

  /// A network with the settings and the points that it was trained with.
  public init(_ program: Program, _ network: Network, on dataset: Dataset) {
    self.program = program
    self.network = network
    let preset = program.preset
    columns = dataset.axes.prefix(dataset.isOneDimensional ? 1 : 2).map(Column.init(of:))
    target = dataset.problem == .regression ? Column(answering: dataset.target) : nil
    classes = dataset.classLabels
    let standardizer = preset.standardizer(for: dataset)
    self.standardizer = standardizer
    check = Check(of: network, preset, on: dataset, standardizer)
    let loss = preset.objective.loss
    evaluations = Dataset.Share.allCases.filter { !dataset[$0].isEmpty }.map { share in
      let samples = preset.samples(dataset[share], standardizedBy: standardizer)
      return (share, network.evaluate(samples, loss: loss))
    }
  }

  /// What keeps it from being written down in digits; nil if nothing does.
  public var obstacle: String? {
    let bad = network.tensors.first { $0.floats?.allSatisfy(\.isFinite) == false }
    if let bad { return "\(bad.name) has a number that is not finite" }
    return check.outputs.allSatisfy { $0.allSatisfy(\.isFinite) }
      ? nil : "its outputs are not finite"
  }

  /// The whole file in a format.
  public func bytes(_ format: ExportFormat) -> [UInt8] {
    switch format {
    case .keras: Array(text(KerasAnswers(self).lines).utf8)
    case .pytorch: Array(text(PyTorchAnswers(self).lines).utf8)
    case .numpy: Array(text(NumPyCode.program(self)).utf8)
    case .json: Array(json.page.utf8)
    case .safetensors: Safetensors(tensors: network.tensors).bytes
    }
  }

  private func text(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }
}

extension TrainedNetwork.Column {
  /// A direction: place = (value − shift) · factor.
  fileprivate init(of axis: Axis) {
    guard !axis.isPlain else {
      self.init(name: axis.name, shift: 0, factor: 1)
      return
    }
    let half = axis.high / 2 - axis.low / 2
    let factor = axis.place(of: axis.high) / half
    // Where all points have one value, they are in the middle.
    self.init(
      name: axis.name, shift: axis.low / 2 + axis.high / 2, factor: factor.isFinite ? factor : 0)
  }

  /// What is predicted: value = shift + factor · output.
  fileprivate init(answering axis: Axis) {
    self.init(
      name: axis.name, shift: axis.low / 2 + axis.high / 2, factor: axis.high / 2 - axis.low / 2)
  }
}

extension TrainedNetwork.Check {
  /// Places beside the data: the corners of the domain, its middle, and one with no symmetry.
  private static let places: [(Float, Float)] = [
    (-6, -6), (-6, 6), (6, -6), (6, 6), (0, 0), (1.25, -4.5),
  ]

  /// The first points of the training share and some others, where every input is defined.
  fileprivate init(
    of network: Network, _ preset: Preset, on dataset: Dataset, _ standardizer: Standardizer?
  ) {
    let places = dataset.training.prefix(12).map { ($0.x1, $0.x2) } + Self.places
    var inputs: [[Double]] = []
    var examples: [Example] = []
    for (x1, x2) in places {
      // As a file has them: whoever reads it sees these digits.
      let first = Double(Dataset.text(x1, on: dataset.axes[0])) ?? 0
      let second =
        dataset.isOneDimensional ? 0 : Double(Dataset.text(x2, on: dataset.axes[1])) ?? 0
      let example = Example(
        dataset.axes[0].place(of: first),
        dataset.isOneDimensional ? 0 : dataset.axes[1].place(of: second), label: 0)
      guard preset.features.allSatisfy({ $0.isDefined(at: example) }) else { continue }
      examples.append(example)
      inputs.append(dataset.isOneDimensional ? [first] : [first, second])
    }
    self.inputs = inputs
    let values = network.outputs(for: preset.samples(examples, standardizedBy: standardizer))
    outputs = examples.indices.map { sample in values.map { $0[sample] } }
  }
}
