import Datasets
import Engine
import Lessons
import Studio

/// Which layer the space is of, and which two numbers are its axes.
struct SpaceChoice: Equatable {
  /// A number that every place of the plane has.
  enum Axis: Hashable {
    /// What an input, by its place among those that are on, takes in.
    case input(Int)
    /// What a unit gives.
    case unit(level: Int, unit: Int)
    /// The place's own first or second coordinate, 0 or 1.
    case coordinate(Int)
  }

  /// The hidden layers from 0, then the output; −1 for the inputs.
  let level: Int
  /// The units, or inputs, of the level.
  let units: Int
  /// What goes to the right, and what goes up.
  let across: Axis
  let up: Axis

  /// The levels that have a space, in the order of the network; the output has one if it has more
  /// units than one.
  static func levels(_ session: Session) -> [Int] {
    let counts = counts(session)
    return counts.indices.filter { level in
      counts[level] > 0 && (level < counts.count - 1 || counts[level] > 1)
    }.map { $0 - 1 }
  }

  /// Units by level, the inputs first.
  private static func counts(_ session: Session) -> [Int] {
    [session.preset.features.count] + session.trainer.network.levels.map(\.units)
  }

  /// - Parameters:
  ///   - level: the level that is wanted; nil for the last hidden layer. The nearest that there is.
  ///   - pair: the units that are wanted; the first two if there are no such. Of a level with one
  ///     unit, the second stands for the place's second coordinate, or its first.
  /// - Returns: nil if no input is on and no layer there.
  init?(_ session: Session, level: Int?, pair: (Int, Int)) {
    let levels = Self.levels(session)
    let hidden = session.trainer.network.levels.count - 1
    let wanted = level ?? hidden - 1
    guard let chosen = levels.last(where: { $0 <= wanted }) ?? levels.first else { return nil }
    self.level = chosen
    let units = Self.counts(session)[chosen + 1]
    self.units = units
    func axis(_ unit: Int) -> Axis {
      chosen < 0 ? .input(unit) : .unit(level: chosen, unit: unit)
    }
    guard units > 1 else {
      across = axis(0)
      up = .coordinate(pair.1 == 0 ? 0 : 1)
      return
    }
    let isThere =
      pair.0 != pair.1 && (0..<units).contains(pair.0) && (0..<units).contains(pair.1)
    across = axis(isThere ? pair.0 : 0)
    up = axis(isThere ? pair.1 : 1)
  }

  /// Every pair in the order of the arrow keys.
  var pairs: [(Int, Int)] {
    guard units > 1 else { return [(0, 1), (0, 0)] }
    return (0..<units).flatMap { first in (first + 1..<units).map { (first, $0) } }
  }

  /// The pair that is shown; the order of the axes does not matter.
  var pair: (Int, Int) { (number(across), number(up)) }

  /// The place of the shown pair among all.
  var place: Int {
    let (one, other) = pair
    guard units > 1 else { return other == 0 ? 1 : 0 }
    return pairs.firstIndex { $0 == (min(one, other), max(one, other)) } ?? 0
  }

  private func number(_ axis: Axis) -> Int {
    switch axis {
    case .input(let number), .unit(_, let number), .coordinate(let number): number
    }
  }

  /// What goes on from here depends on the axes alone, so that the output is a function of them.
  var isWhole: Bool { units <= 2 }
}
