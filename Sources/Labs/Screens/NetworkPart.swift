import Engine
import Lessons
import Studio

/// A part of the network that can be looked at and changed. Levels are the hidden layers from 0 on,
/// then the output.
enum NetworkPart: Hashable, Sendable {
  /// An input that is switched on, by its place among those.
  case input(Int)
  /// A unit of a hidden layer or of the output.
  case unit(level: Int, unit: Int)
  /// What a unit adds to its weighted sum.
  case bias(level: Int, unit: Int)
  /// The weight of a connection, from a unit or input of the level before.
  case weight(level: Int, unit: Int, input: Int)

  /// The unit that it is, belongs to, or leads into; nil for inputs.
  var unit: (level: Int, unit: Int)? {
    switch self {
    case .input: nil
    case .unit(let level, let unit), .bias(let level, let unit), .weight(let level, let unit, _):
      (level, unit)
    }
  }

  /// Whether the network of a session has this part.
  func exists(in session: Session) -> Bool {
    let levels = session.trainer.network.levels
    switch self {
    case .input(let input): return session.preset.features.indices.contains(input)
    case .unit(let level, let unit):
      return levels.indices.contains(level) && (0..<levels[level].units).contains(unit)
    case .bias, .weight: return parameter(in: session) != nil
    }
  }

  /// How many values a level takes in.
  static func inputCount(of level: Int, in session: Session) -> Int {
    level == 0 ? session.preset.features.count : session.trainer.network.levels[level - 1].units
  }
}
