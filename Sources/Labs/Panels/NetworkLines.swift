import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// The connections of the network as lines between its maps.
struct NetworkLines {
  /// One connection.
  struct Line {
    let part: NetworkPart
    let connection: Connection

    /// The cells that the line goes through, for the mouse.
    var cells: [Point] {
      let (from, to) = (connection.from, connection.to)
      let width = to.x - from.x - 1
      guard width > 0 else { return [] }
      return (0..<width).flatMap { column in
        let start = from.y + ((to.y - from.y) * column + width / 2) / width
        let end = from.y + ((to.y - from.y) * (column + 1) + width / 2) / width
        return (min(start, end)...max(start, end)).map { Point(x: from.x + 1 + column, y: $0) }
      }
    }
  }

  /// The lines into each level, the strongest first.
  private let levels: [[Line]]

  init(session: Session, layout: NetworkLayout, part: NetworkPart?) {
    let network = session.trainer.network
    let features = session.preset.features
    levels = network.levels.indices.map { level in
      (0..<network.levels[level].units).flatMap { unit in
        (0..<NetworkPart.inputCount(of: level, in: session)).compactMap { input in
          guard let weight = network.weightIndex(level: level, unit: unit, input: input) else {
            return nil
          }
          guard let target = layout.tile(level: level, unit: unit),
            let start = Self.start(of: input, into: level, features, layout)
          else { return nil }
          let this = NetworkPart.weight(level: level, unit: unit, input: input)
          return Line(
            part: this,
            connection: Connection(
              from: start, to: Point(x: target.x, y: target.y + target.height / 2),
              weight: network.parameters[weight], isHighlighted: this == part))
        }
      }.sorted { abs($0.connection.weight) > abs($1.connection.weight) }
    }
  }

  /// The cell that lines from a unit or input set out from: the right end of its map, or its mark
  /// where its layer is left out; nil if it has neither.
  private static func start(
    of input: Int, into level: Int, _ features: [Feature], _ layout: NetworkLayout
  ) -> Point? {
    let tile =
      level == 0
      ? layout.featureTile(features[input]) : layout.tile(level: level - 1, unit: input)
    if let tile { return Point(x: tile.maxX - 1, y: tile.y + tile.height / 2) }
    return level == 0 ? nil : layout.mark(level: level - 1, unit: input)
  }

  /// How many connections there are between what is shown.
  var count: Int { levels.reduce(0) { $0 + $1.count } }

  /// The strongest of each level, the highlighted one always among them.
  func shown(limit: Int) -> [Line] {
    levels.flatMap { lines in
      lines.prefix(limit) + lines.dropFirst(limit).filter(\.connection.isHighlighted)
    }
  }
}
