/// What an exercise allows: everything else is locked. A start anew with the same weights, undo, going
/// back in time and all views are always free.
public struct Permits: Equatable, Sendable {
  /// What may be done beside changing settings.
  public enum Deed: String, CaseIterable, Sendable {
    case train
    case newWeights = "new-weights"
    case newData = "new-data"
    case drawPoints = "draw-points"
    case editWeights = "edit-weights"
    case freeze
    case kill

    /// What it is, in a few words.
    public var help: String {
      switch self {
      case .train: "training at all"
      case .newWeights: "other first weights"
      case .newData: "other points of the same kind"
      case .drawPoints: "points drawn, erased and relabelled"
      case .editWeights: "weights and biases set by hand"
      case .freeze: "weights frozen and let free"
      case .kill: "units killed and revived"
      }
    }
  }

  /// A setting that may be changed.
  public struct Item: Equatable, Sendable {
    /// Its key.
    public let key: String
    /// The values it may be given, in their usual spelling; nil for any.
    public let values: [String]?
  }

  /// What may be done beside changing settings, in the order of `Deed.allCases`.
  public let deeds: [Deed]
  /// The settings that may be changed.
  public let settings: [Item]

  /// Allows these.
  public init(deeds: [Deed], settings: [Item]) {
    self.deeds = Deed.allCases.filter(deeds.contains)
    self.settings = settings
  }

  /// The permit of a setting; nil while it is locked.
  public func item(_ key: String) -> Item? { settings.first { $0.key == key } }
}
