import Datasets
import Drawing
import Engine
import Studio

/// The sums of all units over the plane, whose signs change along lines.
struct ZeroLines {
  /// Pixels across and down, however large the picture is: the count of pieces must not depend on
  /// that. Large networks have fewer, which is still finer than a small picture's cells.
  let side: Int

  /// `[level][unit][pixel]`, the output last.
  let sums: [[[Float]]]
  private let session: Session

  init(_ session: Session) {
    self.session = session
    let units = session.trainer.network.levels.reduce(0) { $0 + $1.units }
    side = units <= 24 ? 96 : units <= 96 ? 64 : 48
    sums = session.sums(width: side, height: side)
  }

  /// The sums of one unit.
  func field(_ unit: UnitPlace) -> Field {
    Field(width: side, height: side, values: sums[unit.level][unit.unit])
  }

  /// The sums of the output units: `[output][pixel]`.
  var outputs: [[Float]] { sums.last ?? [] }

  /// The pieces on each of which the network is linear; nil if it bends.
  var pieces: LinearPieces? {
    LinearPieces(of: session.trainer.network, sums: sums, width: side)
  }

  /// The units of some layers that give anything.
  func units(of layers: Range<Int>) -> [UnitPlace] {
    layers.flatMap { level in
      sums[level].indices.map { UnitPlace(level: level, unit: $0) }
    }.filter { !session.isKilled(level: $0.level, unit: $0.unit) }
  }

  /// The share of the plane where a unit's sum is above 0, 0…1.
  func share(_ unit: UnitPlace) -> Double {
    let sums = sums[unit.level][unit.unit]
    return Double(sums.count { $0 > 0 }) / Double(max(1, sums.count))
  }

  /// The unit whose line goes by a place nearest, no further than so many pixels; nil if none does.
  func unit(near place: PlanePoint, within limit: Float, of units: [UnitPlace]) -> UnitPlace? {
    guard place.x1.magnitude < 100, place.x2.magnitude < 100 else { return nil }
    let scale = Float(side) / (Dataset.domain.upperBound - Dataset.domain.lowerBound)
    let column = Int((place.x1 - Dataset.domain.lowerBound) * scale)
    let row = Int((Dataset.domain.upperBound - place.x2) * scale)
    var best: UnitPlace?
    var least = limit
    for unit in units {
      let field = field(unit)
      let across = (field[column + 1, row] - field[column - 1, row]) / 2
      let down = (field[column, row + 1] - field[column, row - 1]) / 2
      // How far it is to 0 along the steepest way.
      let distance = abs(field[column, row]) / (across * across + down * down).squareRoot()
      if distance < least {
        least = distance
        best = unit
      }
    }
    return best
  }

  /// A pixel on a unit's line where its number can stand; nil if the line is elsewhere.
  func label(_ unit: UnitPlace) -> (column: Int, row: Int)? {
    let values = sums[unit.level][unit.unit]
    var best: (column: Int, row: Int)?
    var least = Int.max
    for row in 1..<side {
      for column in 1..<side {
        let isNegative = values[row * side + column] < 0
        guard
          isNegative != (values[row * side + column - 1] < 0)
            || isNegative != (values[(row - 1) * side + column] < 0)
        else { continue }
        // Off the middle, where points and other lines crowd, and off the edge.
        let (dx, dy) = (column - side * 3 / 4, row - side / 4)
        let distance = dx * dx + dy * dy
        if distance < least {
          least = distance
          best = (column, row)
        }
      }
    }
    return best
  }
}
