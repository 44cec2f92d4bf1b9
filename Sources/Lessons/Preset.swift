public import Datasets
public import Engine

/// A complete start of a session: what a YAML file in `presets/` says.
///
/// Everything in it that a person can turn is described once in `SettingCatalogue`.
public struct Preset: Equatable, Sendable {
  /// Where the points come from.
  public struct Data: Equatable, Sendable {
    /// A name of `RecipeCatalogue`.
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
  }

  /// The network's shape and first weights.
  public struct Model: Equatable, Sendable {
    /// Units of each hidden layer, from the input on.
    public var hidden = [4, 2]
    /// What hidden units apply.
    public var activation = Activation.tanh
    /// How first weights are drawn.
    public var initialization = Initializer.playground
    /// Draws the first weights.
    public var seed: UInt64 = 42
  }

  /// What regularisation does; its strength is a setting of its own.
  public enum Penalty: String, CaseIterable, Sendable {
    case none
    case l1
    case l1Penalty = "l1-penalty"
    case l2
  }

  /// A loss as a person chooses it; how many outputs it takes follows from the data.
  public enum LossChoice: String, CaseIterable, Sendable {
    case halfSquaredError = "half-squared-error"
    case meanSquaredError = "mean-squared-error"
    case crossEntropy = "cross-entropy"

    /// Its name on the screen.
    public var title: String {
      switch self {
      case .halfSquaredError: "half squared"
      case .meanSquaredError: "mean squared"
      case .crossEntropy: "cross-entropy"
      }
    }
  }

  /// How the network is trained.
  public struct Training: Equatable, Sendable {
    /// What is made small.
    public var loss = LossChoice.halfSquaredError
    /// A name of `OptimizerCatalogue`.
    public var optimizer = SGD.name
    /// Values of optimisers' knobs that differ from the usual ones, by name.
    public var optimizerSettings: [String: Float] = [:]
    /// η.
    public var learningRate = 0.03
    /// Samples a step.
    public var batchSize = 10
    /// The kind of regularisation.
    public var regularization = Penalty.none
    /// Its strength λ.
    public var regularizationRate = 0.0
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

  /// The recipe of the data set.
  public var recipe: any Recipe.Type { RecipeCatalogue.named(data.recipe) ?? Circle.self }

  /// How many points of what kind.
  public var recipeSettings: RecipeSettings {
    RecipeSettings(
      count: data.samples ?? recipe.defaultCount, noise: data.noise / 100, classes: data.classes)
  }

  /// What is to be predicted.
  public var problem: Problem { recipe.problem(recipeSettings) }
}
