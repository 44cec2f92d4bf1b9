/// Optimisers going down a surface from one start, step by step side by side.
///
/// What it is after n steps depends on its spec and n alone. Memory does not grow with the steps.
public struct Race: Sendable {
  /// The most racers.
  public static let limit = 8

  /// What it is fought by.
  public let spec: RaceSpec
  /// The racers, in the order of the spec; those who don't take part stay at the start.
  public private(set) var racers: [Racer]
  /// Steps taken.
  public private(set) var stepCount = 0

  /// A race at its start.
  public init(_ spec: RaceSpec) {
    self.spec = spec
    racers = spec.racers.map { Racer($0, on: spec.surface, at: spec.start) }
  }

  /// Lets everyone take so many steps.
  public mutating func advance(steps: Int) {
    for step in 0..<max(0, steps) {
      let noise = spec.noise.deviation(at: stepCount)
      for index in racers.indices where spec.racers[index].isOn {
        racers[index].step(noise: noise, keepsRecord: step == steps - 1)
      }
      stepCount += 1
    }
  }

  /// Whether a racer takes part.
  public func takesPart(_ index: Int) -> Bool {
    spec.racers.indices.contains(index) && spec.racers[index].isOn
  }

  /// Whether nothing more is to be seen: everyone who takes part has arrived or is lost, or lies
  /// still without noise that could shake it.
  public var isOver: Bool {
    let isQuiet = spec.noise.deviation(at: stepCount) == .zero
    return racers.indices.allSatisfy { index in
      guard takesPart(index) else { return true }
      return switch racers[index].state {
      case .arrived, .diverged: true
      case .trapped, .resting: isQuiet
      case .running: false
      }
    }
  }

  /// The place of each racer among those who take part, from 1; nil for the others.
  ///
  /// First come those who have arrived, the earliest first, then the others by their loss, in the
  /// end those who have diverged. Equal ones share a place.
  public var ranks: [Int?] {
    let merits = racers.indices.map { takesPart($0) ? Merit(racers[$0]) : nil }
    return merits.map { merit in
      guard let merit else { return nil }
      return 1 + merits.count { other in other.map { $0 < merit } ?? false }
    }
  }
}

/// What racers are ranked by: the smaller the better.
private struct Merit: Comparable {
  private let group: Int
  private let number: Double

  init(_ racer: Racer) {
    switch racer.state {
    case .arrived(let step): (group, number) = (0, Double(step))
    case .running, .resting, .trapped: (group, number) = (1, racer.loss)
    case .diverged: (group, number) = (2, 0)
    }
  }

  static func < (left: Merit, right: Merit) -> Bool {
    (left.group, left.number) < (right.group, right.number)
  }
}
