import Datasets
import Drawing
import Engine
import Lessons
import Studio

extension NetworkPart {
  /// The place of its number among the network's parameters; nil for units and inputs, and for
  /// connections that have no weight of their own.
  func parameter(in session: Session) -> Int? {
    let network = session.trainer.network
    // A part outlives its layer, when that is taken away.
    guard let (level, unit) = unit, network.levels.indices.contains(level),
      (0..<network.levels[level].units).contains(unit)
    else { return nil }
    switch self {
    case .input, .unit: return nil
    case .bias(let level, let unit): return network.biasIndex(level: level, unit: unit)
    case .weight(let level, let unit, let input):
      return network.weightIndex(level: level, unit: unit, input: input)
    }
  }

  /// Its number; nil where it has none.
  func value(in session: Session) -> Float? {
    parameter(in: session).map { session.trainer.network.parameters[$0] }
  }

  /// What it is called: `x₁`, `layer 1 unit 2`, `bias of the output`, `layer 2 unit 1 ← unit 3`.
  func title(_ session: Session) -> String {
    switch self {
    case .input(let input): return Self.source(0, input, session)
    case .unit(let level, let unit): return Self.unit(level, unit, session)
    case .bias(let level, let unit): return "bias of \(Self.unit(level, unit, session))"
    case .weight(let level, let unit, let input):
      return "\(Self.unit(level, unit, session)) ← \(Self.source(level, input, session))"
    }
  }

  /// What it computes or holds, with its number as it is now.
  func describe(_ session: Session) -> String {
    let name = title(session)
    let start = name.prefix(1).uppercased() + name.dropFirst()
    switch self {
    case .input:
      return "\(start): an input. enter switches it off; ↑↓ other inputs, → the units."
    case .unit(let level, let unit):
      guard !session.isKilled(level: level, unit: unit) else {
        return "\(start): killed: its output is 0. X revives it."
      }
      // The answer itself can't be killed.
      let kill = level == session.trainer.network.levels.count - 1 ? "" : "X kills it, "
      return "\(start): enter its weights, \(kill)f freezes it; arrows choose."
    case .bias, .weight:
      guard let index = parameter(in: session), let value = value(in: session) else {
        return "\(start): this connection has no weight of its own."
      }
      let number = format(Double(value), significantDigits: 4)
      let reading = "\(start) = \(number)\(session.isFrozen(index) ? ", frozen" : "")"
      return NoticeLine.fitting([
        "\(reading). enter types it, , . nudge, 0 zero, f freeze, ↑↓ next.",
        "\(reading). enter types it, , . nudge, f freeze, ↑↓ next.",
        "\(reading). enter types it, , . nudge.", "\(reading).",
      ])
    }
  }

  private static func unit(_ level: Int, _ unit: Int, _ session: Session) -> String {
    let levels = session.trainer.network.levels
    guard level == levels.count - 1 else { return "layer \(level + 1) unit \(unit + 1)" }
    return levels[level].units == 1 ? "the output" : "output \(unit + 1)"
  }

  private static func source(_ level: Int, _ input: Int, _ session: Session) -> String {
    guard level == 0 else { return "unit \(input + 1)" }
    let features = session.preset.features
    return features.indices.contains(input) ? features[input].title : "input \(input + 1)"
  }
}
