import Engine
import Lessons

/// In what two sessions differ.
extension Rival {
  /// A setting that differs.
  public struct Difference: Equatable, Sendable {
    /// What it is called.
    public let title: String
    /// Its value in A and in B.
    public let a, b: String
  }

  /// How the first weights of both go together.
  public enum Start: Equatable, Sendable {
    /// The same numbers.
    case same
    /// Networks of different shapes have none in common.
    case otherShape
    /// The same shape, but other numbers.
    case otherWeights
  }

  /// The settings that differ, in the order of the catalogue, then what was frozen and killed by
  /// hand. Numbers that neither of them uses, such as the knobs of another optimiser, are left out.
  public func differences(from focused: Session) -> [Difference] {
    let (a, b) = sides(beside: focused)
    var differences: [Difference] = []
    for setting in SettingCatalogue.all {
      let (one, two) = (setting.text(in: a.preset), setting.text(in: b.preset))
      guard one != two, setting.isUsed(in: a.preset) || setting.isUsed(in: b.preset) else {
        continue
      }
      differences.append(
        Difference(
          title: setting.plainTitle, a: setting.isUsed(in: a.preset) ? one : "–",
          b: setting.isUsed(in: b.preset) ? two : "–"))
    }
    let counts = [
      ("frozen numbers", a.frozen.count, b.frozen.count),
      ("killed units", a.killed.count, b.killed.count),
    ]
    for (title, one, two) in counts where one != two {
      differences.append(Difference(title: title, a: "\(one)", b: "\(two)"))
    }
    return differences
  }

  /// How the weights that both begin with at epoch 0 go together.
  public func start(beside focused: Session) -> Start {
    let (one, two) = (session.firstNetwork, focused.firstNetwork)
    guard session.preset.features == focused.preset.features, one.levels == two.levels else {
      return .otherShape
    }
    return one.parameters == two.parameters ? .same : .otherWeights
  }
}

extension Setting {
  /// Its title where it stands by itself, away from the panel that tells what it belongs to.
  fileprivate var plainTitle: String {
    switch key {
    case "network.seed": "seed of weights"
    case "training.seed": "seed of order"
    case "network.initialization": "first weights"
    default: title
    }
  }

  /// The value for a person to read.
  fileprivate func text(in preset: Preset) -> String {
    let value = value(in: preset)
    switch value {
    case "true": return "yes"
    case "false": return "no"
    case "": return "none"
    default: break
    }
    if case .number(_, _, _, let unit) = domain(in: preset), !unit.isEmpty {
      return value + " " + unit
    }
    return value.replacing(",", with: ", ")
  }

  /// Whether it is no number of a choice that the preset has not made.
  fileprivate func isUsed(in preset: Preset) -> Bool {
    !SettingCatalogue.isNumberOfAnotherChoice(key, in: preset)
  }
}
