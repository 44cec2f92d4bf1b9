public import Datasets
public import Engine

/// What a program in another language has to know to be the same network, trained in the same way.
///
/// It holds no weights: these travel in a safetensors file, which the program reads if it is there.
public struct Program: Equatable, Sendable {
  /// The settings.
  public var preset: Preset
  /// Epochs that were trained so far.
  public var epochs: Int
  /// Steps of the next epoch that were taken.
  public var steps: Int
  /// The numbers that no step changes.
  public var frozen: [ParameterPlace]
  /// The units that hand on 0.
  public var killed: [UnitPlace]
  /// What stands in the columns of the points' file.
  let points: Points

  /// The file of the points, as Percept writes it.
  struct Points: Equatable, Sendable {
    /// The directions in it: one for a curve over x₁, else two.
    let axes: [Axis]
    let target: Axis
    /// The classes where the file names them; empty where it counts them.
    let classNames: [String]
    let trainingCount: Int
    let hasValidation: Bool
    let hasTest: Bool

    init(_ dataset: Dataset) {
      axes = Array(dataset.axes.prefix(dataset.isOneDimensional ? 1 : 2))
      target = dataset.target
      let isNamed = dataset.problem != .regression && dataset.hasOwnClassNames
      classNames = isNamed ? dataset.classNames : []
      trainingCount = dataset.training.count
      hasValidation = !dataset.validation.isEmpty
      hasTest = !dataset.test.isEmpty
    }
  }

  /// The program of a preset on its points.
  public init(
    _ preset: Preset, on dataset: Dataset, epochs: Int = 0, steps: Int = 0,
    frozen: [ParameterPlace] = [], killed: [UnitPlace] = []
  ) {
    self.preset = preset
    self.epochs = epochs
    self.steps = steps
    self.frozen = frozen
    self.killed = killed
    points = Points(dataset)
  }

  /// The file that holds the points.
  static let pointsFile = "points.csv"
  /// The file that may hold the weights.
  static let weightsFile = "weights.safetensors"

  var spec: NetworkSpec { preset.networkSpec }
  var training: TrainingSpec { preset.trainingSpec }
  var objective: Objective { preset.objective }

  /// The levels of the network, the output last.
  var levels: [NetworkSpec.Hidden] {
    spec.hidden
      + [NetworkSpec.Hidden(units: spec.outputCount, activation: spec.outputActivation)]
  }

  /// Whether a level has a shortcut or is continuous.
  func uses(_ wiring: String) -> Bool { spec.hidden.contains { $0.wiring == wiring } }

  var usesODE: Bool { spec.hidden.contains { isContinuous($0) } }

  func isContinuous(_ level: NetworkSpec.Hidden) -> Bool {
    LayerCatalogue.wiring(level.wiring)?.hasSolver == true
  }

  /// Whether some unit applies it.
  func uses(_ activation: Activation) -> Bool { levels.contains { $0.activation == activation } }

  /// For each unit of a level 0 where it is killed and else 1; nil where none is.
  func mask(ofLevel level: Int) -> [Int]? {
    let gone = Set(killed.filter { $0.level == level }.map(\.unit))
    guard !gone.isEmpty else { return nil }
    return levels[level].units > 0
      ? (0..<levels[level].units).map { gone.contains($0) ? 0 : 1 } : nil
  }

  /// The names of the weights in their file, level by level, as both frameworks count them.
  var weightNames: [[String]] {
    levels.enumerated().map { number, level in
      let norm = level.normalization == nil ? [] : ["norm.weight", "norm.bias"]
      return (["weight", "bias"] + norm).map { "layers.\(number).\($0)" }
    }
  }

  /// The levels whose normalisation keeps running statistics.
  var batchNormLevels: [Int] {
    levels.indices.filter { levels[$0].normalization == Self.batchNorm }
  }

  /// Whether a batch of one sample comes to a batch normalisation.
  var hasLoneBatches: Bool {
    guard !batchNormLevels.isEmpty else { return false }
    return training.batchSize == 1 || points.trainingCount % training.batchSize == 1
  }

  /// The name of a normalisation with running statistics.
  static let batchNorm = "batch"
  /// The name of the wiring with a shortcut.
  static let residual = "residual"

  /// The number of a frozen parameter's tensor among all, and its place there: `[unit, input]` of a
  /// weight matrix, `[unit]` of the others. In the order of the network's parameters.
  var frozenPlaces: [(tensor: Int, unit: Int, input: Int?)] {
    frozen.filter { weightNames.indices.contains($0.unit.level) }.map { place in
      let before = weightNames[..<place.unit.level].reduce(0) { $0 + $1.count }
      let unit = place.unit.unit
      switch place.part {
      case .weight(let input): return (before, unit, input)
      case .ownWeight(let other): return (before, unit, other)
      case .bias: return (before + 1, unit, nil)
      case .scale: return (before + 2, unit, nil)
      case .shift: return (before + 3, unit, nil)
      }
    }
  }

  /// The same by tensor and unit: each row of a weight matrix with its inputs, other tensors without.
  var frozenRows: [(tensor: Int, rows: [(unit: Int, inputs: [Int])])] {
    var tensors: [(tensor: Int, rows: [(unit: Int, inputs: [Int])])] = []
    for place in frozenPlaces {
      if tensors.last?.tensor != place.tensor { tensors.append((place.tensor, [])) }
      let last = tensors.count - 1
      if let input = place.input, tensors[last].rows.last?.unit == place.unit {
        tensors[last].rows[tensors[last].rows.count - 1].inputs.append(input)
      } else {
        tensors[last].rows.append((place.unit, place.input.map { [$0] } ?? []))
      }
    }
    return tensors
  }

  /// Whether early stopping has points to look at.
  var stopsEarly: Bool { training.patience > 0 && points.hasValidation }

  /// The first lines of the training: how many epochs, which are as many as were trained, or a
  /// hundred before any was. As many lines whatever their number, so that nothing moves below it.
  var trainingHead: [String] {
    [
      "# Training: batches of \(training.batchSize).",
      "epochs = \(epochs > 0 ? epochs : 100)  # \(epochsNote)",
    ]
  }

  private var epochsNote: String {
    let rest = steps > 0 ? ", and \(steps) step\(steps == 1 ? "" : "s") of the next" : ""
    return epochs > 0 ? "as many as here so far\(rest)" : "none were trained here yet\(rest)"
  }
}
