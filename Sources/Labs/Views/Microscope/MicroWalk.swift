import Engine

/// Where in a step the microscope stands, and how it goes on.
///
/// Each sample of the batch goes forward level by level and back again; then the batch as a whole has
/// its mean gradient, what is done to that, and the update.
struct MicroWalk: Equatable, Sendable {
  /// A part of the step.
  enum Phase: Hashable, Sendable {
    /// A sample comes in.
    case input
    /// A level's sums and what it hands on.
    case forward(Int)
    case loss
    /// A level's δ and what they say of its parameters.
    case backward(Int)
    /// The mean gradient over the batch.
    case mean
    /// Penalties, what is frozen, clipping.
    case shaping
    /// The optimiser's moments and the new parameters.
    case update

    /// Whether it is about the batch as a whole.
    var isOfBatch: Bool {
      switch self {
      case .mean, .shaping, .update: true
      case .input, .forward, .loss, .backward: false
      }
    }

    /// The level that is worked on; nil where none is.
    var level: Int? {
      switch self {
      case .forward(let level), .backward(let level): level
      case .input, .loss, .mean, .shaping, .update: nil
      }
    }

    /// Whether it comes before the loss is known.
    var isForward: Bool {
      switch self {
      case .input, .forward: true
      case .loss, .backward, .mean, .shaping, .update: false
      }
    }
  }

  /// How much is done at a time.
  enum Grain: CaseIterable, Sendable {
    case unit, layer, sample, batch

    /// In words: `unit by unit`.
    var title: String {
      switch self {
      case .unit: "unit by unit"
      case .layer: "layer by layer"
      case .sample: "sample by sample"
      case .batch: "batch by batch"
      }
    }
  }

  /// How long the walk is.
  struct Shape: Equatable, Sendable {
    let samples: Int
    /// Units of each level.
    let units: [Int]
    /// Parameters of each unit of each level.
    let parameters: [[Int]]

    init(samples: Int, units: [Int], parameters: [[Int]]) {
      self.samples = max(1, samples)
      self.units = units
      self.parameters = parameters
    }
  }

  /// The sample within the batch.
  var sample = 0
  var phase = Phase.input
  /// The unit that is looked at.
  var level = 0
  var unit = 0
  /// The parameter of that unit that is looked at, in the order of the network's.
  var row = 0

  /// The same place in a batch of another shape.
  func fitted(to shape: Shape) -> MicroWalk {
    var walk = self
    walk.sample = min(max(0, sample), shape.samples - 1)
    let last = max(0, shape.units.count - 1)
    switch phase {
    case .forward(let level) where level > last: walk.phase = .forward(last)
    case .backward(let level) where level > last: walk.phase = .backward(last)
    default: break
    }
    walk.level = walk.phase.level ?? min(max(0, level), last)
    let units = shape.units.indices.contains(walk.level) ? shape.units[walk.level] : 1
    walk.unit = min(max(0, unit), max(0, units - 1))
    walk.row = min(max(0, row), max(0, walk.rows(shape) - 1))
    return walk
  }

  /// How many parameters the unit has.
  func rows(_ shape: Shape) -> Int {
    guard shape.parameters.indices.contains(level),
      shape.parameters[level].indices.contains(unit)
    else { return 0 }
    return shape.parameters[level][unit]
  }

  /// Goes on by so much; says whether it is still in the batch.
  mutating func advance(_ grain: Grain, _ shape: Shape) -> Bool {
    switch grain {
    case .unit:
      if let level = phase.level, unit + 1 < shape.units[level] {
        unit += 1
        row = 0
        return true
      }
      return advancePhase(shape)
    case .layer: return advancePhase(shape)
    case .sample:
      // To the end of the sample that is under way, or else of the next one.
      guard advancePhase(shape) else { return false }
      while !phase.isOfBatch && phase != .backward(0) { _ = advancePhase(shape) }
      return true
    case .batch:
      guard phase != .update else { return false }
      while phase != .update { _ = advancePhase(shape) }
      return true
    }
  }

  /// The next level of the sample, the next sample, or the next thing done to the batch; says whether
  /// there is one.
  mutating func advancePhase(_ shape: Shape) -> Bool {
    let last = shape.units.count - 1
    switch phase {
    case .input: enter(last >= 0 ? .forward(0) : .loss)
    case .forward(let level): enter(level < last ? .forward(level + 1) : .loss)
    case .loss: enter(last >= 0 ? .backward(last) : .mean)
    case .backward(let level) where level > 0: enter(.backward(level - 1))
    case .backward where sample + 1 < shape.samples:
      sample += 1
      enter(.input)
    case .backward: enter(.mean)
    case .mean: phase = .shaping
    case .shaping: phase = .update
    case .update: return false
    }
    return true
  }

  /// The phase before; says whether there is one in the batch.
  mutating func retreatPhase(_ shape: Shape) -> Bool {
    let last = shape.units.count - 1
    switch phase {
    case .input where sample == 0: return false
    case .input:
      sample -= 1
      enter(.backward(0))
    case .forward(let level): enter(level > 0 ? .forward(level - 1) : .input)
    case .loss: enter(.forward(last))
    case .backward(let level): enter(level < last ? .backward(level + 1) : .loss)
    case .mean:
      sample = shape.samples - 1
      enter(.backward(0))
    case .shaping: phase = .mean
    case .update: phase = .shaping
    }
    return true
  }

  /// Begins a phase at its first unit; what the batch as a whole goes through is looked at where one
  /// was.
  private mutating func enter(_ next: Phase) {
    phase = next
    guard let level = next.level else { return }
    self.level = level
    unit = 0
    row = 0
  }

  /// The next or the former unit of the level; of the batch's phases, the next or former parameter,
  /// through all units. Stays at the ends.
  mutating func move(by offset: Int, _ shape: Shape) {
    guard phase.isOfBatch else {
      guard shape.units.indices.contains(level) else { return }
      unit = min(max(0, unit + offset), shape.units[level] - 1)
      row = 0
      return
    }
    let next = row + offset
    if (0..<rows(shape)).contains(next) {
      row = next
    } else if offset > 0, let place = neighbour(1, shape) {
      (level, unit) = place
      row = 0
    } else if offset < 0, let place = neighbour(-1, shape) {
      (level, unit) = place
      row = max(0, rows(shape) - 1)
    }
  }

  /// The unit after or before this one, in whichever level; nil at the ends.
  private func neighbour(_ offset: Int, _ shape: Shape) -> (Int, Int)? {
    if shape.units.indices.contains(level), (0..<shape.units[level]).contains(unit + offset) {
      return (level, unit + offset)
    }
    let other = level + offset
    guard shape.units.indices.contains(other) else { return nil }
    return (other, offset > 0 ? 0 : max(0, shape.units[other] - 1))
  }

  /// Goes to a phase of the same sample.
  mutating func go(to phase: Phase, _ shape: Shape) {
    enter(phase)
    self = fitted(to: shape)
  }

  /// Looks at a unit: goes to its level in the direction one is going, unless the batch as a whole is
  /// looked at.
  mutating func choose(level: Int, unit: Int, _ shape: Shape) {
    if !phase.isOfBatch { phase = phase.isForward ? .forward(level) : .backward(level) }
    self.level = level
    self.unit = unit
    row = 0
    self = fitted(to: shape)
  }
}
