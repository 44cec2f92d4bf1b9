public import Datasets
public import Engine

/// A complete start of a session: what a YAML file in `presets/` says.
///
/// Everything in it that a person can turn is described once in `SettingCatalogue`.
public struct Preset: Equatable, Sendable {
  /// Where the points come from.
  public struct Data: Equatable, Sendable {
    /// A name of `RecipeCatalogue` or `TableCatalogue`, or `points` or `file`.
    public var recipe = Circle.name
    /// How much the points are disturbed, in per cent.
    public var noise = 0.0
    /// The share of the points for training, in per cent.
    public var training = 50.0
    /// The share of the points to choose settings by, in per cent.
    public var validation = 0.0
    /// Whether each share has the classes in the same proportion.
    public var isStratified = false
    /// Whether each input has mean 0 and standard deviation 1 on the training points.
    public var standardizes = false
    /// The number of points; nil for the recipe's own.
    public var samples: Int?
    /// The number of classes, where the recipe lets it be chosen.
    public var classes = 3
    /// Draws the points and the split.
    public var seed: UInt64 = 42
    /// The columns of a table, where they are not the usual ones.
    public var columns = ColumnChoice()
    /// Points drawn by hand, for the set `points`; kept while another set is chosen.
    public var points: PointSet?
    /// The table of the set `file`, and where it came from.
    public var file: TableFile?
  }

  /// The network's shape and first weights.
  public struct Model: Equatable, Sendable {
    /// Units of each hidden layer, from the input on.
    public var hidden = [4, 2]
    /// What hidden units apply.
    public var activation = PerLayer(Activation.tanh)
    /// How hidden units see the layer before: names of `LayerCatalogue.wirings`.
    public var wiring = PerLayer(Dense.name)
    /// What normalises hidden units' sums: names of `LayerCatalogue.normalizations`, or `none`.
    public var normalization = PerLayer("none")
    /// The share of a hidden layer's values that dropout drops, in per cent.
    public var dropout = PerLayer(0.0)
    /// Steps of the solver of layers of continuous depth.
    public var solverSteps = 8
    /// How first weights are drawn; its number stands in `initializationSettings`.
    public var initialization = Initializer.playground
    /// Numbers of initialisations that differ from the usual ones, by name.
    public var initializationSettings: [String: Float] = [:]
    /// Draws the first weights.
    public var seed: UInt64 = 42

    /// Fits what each layer has of its own to the number of hidden layers.
    public mutating func fitLayers() {
      activation.resize(to: hidden.count)
      wiring.resize(to: hidden.count)
      normalization.resize(to: hidden.count)
      dropout.resize(to: hidden.count)
    }
  }

  /// How L1 acts.
  public enum L1Form: String, CaseIterable, Sendable {
    case proximal
    case penalty
  }

  /// How L2 acts.
  public enum L2Form: String, CaseIterable, Sendable {
    case penalty
    case decay
  }

  /// A loss as a person chooses it; how many outputs it takes follows from the data.
  public enum LossChoice: String, CaseIterable, Sendable {
    case halfSquaredError = "half-squared-error"
    case meanSquaredError = "mean-squared-error"
    case meanAbsoluteError = "mean-absolute-error"
    case huber
    case hinge
    case crossEntropy = "cross-entropy"

    /// Its name on the screen.
    public var title: String {
      switch self {
      case .halfSquaredError: "half squared"
      case .meanSquaredError: "mean squared"
      case .meanAbsoluteError: "mean absolute"
      case .huber: "huber"
      case .hinge: "hinge"
      case .crossEntropy: "cross-entropy"
      }
    }
  }

  /// How the network is trained.
  public struct Training: Equatable, Sendable {
    /// What is made small.
    public var loss = LossChoice.halfSquaredError
    /// Numbers of losses that differ from the usual ones, by name.
    public var lossSettings: [String: Float] = [:]
    /// A name of `OptimizerCatalogue`.
    public var optimizer = SGD.name
    /// Values of optimisers' knobs that differ from the usual ones, by name.
    public var optimizerSettings: [String: Float] = [:]
    /// η, from which the schedule starts.
    public var learningRate = 0.03
    /// A name of `ScheduleCatalogue`.
    public var schedule = ConstantRate.name
    /// Values of schedules' knobs that differ from the usual ones, by name.
    public var scheduleSettings: [String: Float] = [:]
    /// Epochs or steps over which the rate climbs first.
    public var warmUp = 0
    /// What the schedule and the warm-up count.
    public var scheduleUnit = ScheduleUnit.epoch
    /// Samples a step.
    public var batchSize = 10
    /// A name of `Clipping.allCases`.
    public var clipping = Clipping.none.name
    /// Numbers of clippings that differ from the usual ones, by name.
    public var clippingSettings: [String: Float] = [:]
    /// The strength λ₁ of L1.
    public var l1 = 0.0
    /// How L1 acts.
    public var l1Form = L1Form.proximal
    /// The strength λ₂ of L2.
    public var l2 = 0.0
    /// How L2 acts.
    public var l2Form = L2Form.penalty
    /// The largest length of a unit's incoming weights; 0 for none.
    public var maxNorm = 0.0
    /// The standard deviation of noise on inputs while training.
    public var inputNoise = 0.0
    /// Epochs without a better validation loss after which training stops; 0 for never.
    public var patience = 0
    /// Whether each epoch has an order of its own.
    public var shuffles = true
    /// Draws the order of the samples.
    public var seed: UInt64 = 42
  }

  /// The name on the screen and in lists.
  public var title = "Circle"
  /// One line: what it shows.
  public var summary = ""
  /// Where the points come from.
  public var data = Data()
  /// The inputs, in the order of `Feature.allCases`.
  public var features: [Feature] = [.x1, .x2]
  /// The network's shape and first weights.
  public var network = Model()
  /// How the network is trained.
  public var training = Training()

  /// The playground as it opens: circle, two features, 4 and 2 tanh units, plain descent.
  public init() {}

  /// Where the points come from.
  public var recipe: DataSource { DataSource(data) }

  /// How many points of what kind.
  public var recipeSettings: RecipeSettings {
    RecipeSettings(
      count: sampleCount, noise: data.noise / 100, classes: data.classes)
  }

  /// How many points there are: as many as were asked for, or as there can be.
  public var sampleCount: Int {
    let source = recipe
    guard let asked = data.samples else { return source.defaultCount }
    switch source.kind {
    case .recipe: return asked
    case .shipped, .file: return min(asked, source.defaultCount)
    case .points: return source.defaultCount
    }
  }

  /// What is to be predicted.
  public var problem: Problem { recipe.problem(classes: data.classes) }
}
