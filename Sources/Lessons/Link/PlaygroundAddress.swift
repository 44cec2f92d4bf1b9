import Datasets
import Engine

/// A preset as an address of TensorFlow Playground.
public struct PlaygroundAddress: Equatable, Sendable {
  /// The address.
  public let text: String
  /// What it can't tell, and what is not the same there: a sentence for each thing.
  public var remarks: [String]

  /// Writes the address; what the playground does not have becomes what it has in its place.
  ///
  /// What differs is found by reading the address again, so that no setting is forgotten.
  public init(of preset: Preset) {
    text =
      PlaygroundLink.home + "#"
      + Self.fields(of: preset).map { "\($0.rawValue)=\($1)" }.joined(separator: "&")
    guard let link = try? PlaygroundLink(text) else {
      remarks = ["The address of this state can't be read again."]
      return
    }
    remarks = Self.differences(of: preset, from: link.preset) + link.remarks
  }

  /// Every key that the playground itself writes, in its order.
  private static func fields(of preset: Preset) -> [(PlaygroundKey, String)] {
    PlaygroundKey.allCases.compactMap { key in value(of: key, in: preset).map { (key, $0) } }
  }

  /// The value of a key; nil where the playground writes none.
  private static func value(of key: PlaygroundKey, in preset: Preset) -> String? {
    if let feature = key.feature { return "\(preset.features.contains(feature))" }
    let penalty: (name: String?, rate: Double) =
      preset.training.l2 > 0
      ? ("L2", preset.training.l2)
      : preset.training.l1 > 0 ? ("L1", preset.training.l1) : (nil, 0)
    let (activation, set) = (preset.network.activation[0], preset.recipe.name)
    switch key {
    case .activation:
      return (PlaygroundKey.activations.contains(activation) ? activation : .tanh).rawValue
    case .regularization: return penalty.name
    case .batchSize: return "\(preset.training.batchSize)"
    case .dataset: return (PlaygroundKey.classSets.first { $0.here == set })?.there ?? "circle"
    case .regDataset:
      return (PlaygroundKey.numberSets.first { $0.here == set })?.there ?? "reg-plane"
    case .learningRate: return decimal(preset.training.learningRate)
    case .regularizationRate: return decimal(penalty.rate)
    case .noise: return decimal(preset.data.noise)
    case .networkShape:
      return preset.network.hidden.map { "\($0)" }.joined(separator: ",")
    case .seed: return LinkSeed.text(of: preset.data.seed)
    case .percTrainData: return decimal(preset.data.training)
    case .problem: return preset.problem == .regression ? "regression" : "classification"
    case .initZero: return "\(preset.network.initialization == .zeros)"
    case .showTestData, .discretize, .collectStats, .hideText: return "false"
    case .tutorial, .x, .y, .xTimesY, .xSquared, .ySquared, .cosX, .sinX, .cosY, .sinY: return nil
    }
  }

  /// A number as the playground writes it: `0.00001`, where others write `1e-5`.
  static func decimal(_ number: Double) -> String {
    let text = Setting.text(number)
    guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[mark...].dropFirst()),
      (-6..<0).contains(exponent), !text.hasPrefix("-")
    else { return text }
    return "0." + String(repeating: "0", count: -exponent - 1) + text[..<mark].filter { $0 != "." }
  }
}
