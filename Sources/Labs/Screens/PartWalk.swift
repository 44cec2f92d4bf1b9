import Engine
import Lessons
import Studio

/// How arrow keys go from one part of the network to the next: across the levels and up and down in
/// them; within a unit, through its bias and its weights.
struct PartWalk {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// The bias of a unit and its weights, in the order of the arrow keys; those that exist.
  func parameters(_ level: Int, _ unit: Int) -> [NetworkPart] {
    let inputs = 0..<NetworkPart.inputCount(of: level, in: session)
    let all =
      [NetworkPart.bias(level: level, unit: unit)]
      + inputs.map { .weight(level: level, unit: unit, input: $0) }
    return all.filter { $0.exists(in: session) }
  }

  /// The first of them; the unit itself if it has none.
  func firstParameter(_ level: Int, _ unit: Int) -> NetworkPart {
    parameters(level, unit).first ?? .unit(level: level, unit: unit)
  }

  /// Where an arrow key leads from a part; the part itself at the edge.
  func neighbour(of part: NetworkPart, _ intent: Intent) -> NetworkPart {
    switch part {
    case .input(let input): neighbour(level: -1, unit: input, intent)
    case .unit(let level, let unit): neighbour(level: level, unit: unit, intent)
    case .bias(let level, let unit), .weight(let level, let unit, _):
      among(parameters(level, unit), part, intent)
    }
  }

  private func among(
    _ parts: [NetworkPart], _ part: NetworkPart, _ intent: Intent
  ) -> NetworkPart {
    let offset = intent == .selectUp || intent == .decrease ? -1 : 1
    let place = (parts.firstIndex(of: part) ?? 0) + offset
    return parts.indices.contains(place) ? parts[place] : part
  }

  /// Level −1 are the inputs.
  private func neighbour(level: Int, unit: Int, _ intent: Intent) -> NetworkPart {
    let counts =
      [session.preset.features.count] + session.trainer.network.levels.map(\.units)
    var column = level + 1
    var row = unit
    switch intent {
    case .selectUp: row -= 1
    case .selectDown: row += 1
    case .decrease: column -= 1
    default: column += 1
    }
    guard counts.indices.contains(column), counts[column] > 0 else {
      return self.part(level, unit)
    }
    // To the unit at the same height of a column that may have more or fewer.
    if column != level + 1 {
      let height = (Double(row) + 0.5) / Double(max(1, counts[level + 1]))
      row = Int(height * Double(counts[column]))
    }
    return self.part(column - 1, min(max(row, 0), counts[column] - 1))
  }

  private func part(_ level: Int, _ unit: Int) -> NetworkPart {
    level < 0 ? .input(unit) : .unit(level: level, unit: unit)
  }
}

extension NetworkPart {
  /// Whether it is a unit of the output, whose map is the map of the whole network where there is
  /// one output only.
  func isOutput(_ session: Session) -> Bool {
    guard case .unit(let level, _) = self else { return false }
    let levels = session.trainer.network.levels
    return level == levels.count - 1 && levels[level].units == 1
  }
}
