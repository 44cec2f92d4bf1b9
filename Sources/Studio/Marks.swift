public import Engine

/// What was frozen and killed by hand.
struct Marks: Equatable, Sendable {
  /// Places of parameters, in rising order.
  var frozen: [Int] = []
  /// Units, in rising order.
  var killed: [UnitPlace] = []

  /// The marks of a trainer.
  init(of trainer: Trainer) {
    frozen = trainer.frozen
    killed = trainer.network.killed
  }

  /// Marks of these places.
  init(frozen: [Int], killed: [UnitPlace]) {
    self.frozen = frozen
    self.killed = killed
  }

  /// The marks that still have a place in a network of another shape.
  func moved(from old: Network, to new: Network, inputs: [Int?]) -> Marks {
    guard !frozen.isEmpty || !killed.isEmpty else { return self }
    if old.levels == new.levels && inputs == inputs.indices.map({ $0 }) { return self }
    let before = Set(frozen)
    let places = new.origins(in: old, inputs: inputs).enumerated().filter { _, origin in
      origin.map(before.contains) ?? false
    }
    return Marks(frozen: places.map(\.offset), killed: new.units(of: killed, in: old))
  }

  /// What these marks lack of earlier ones, as a sentence after another; empty if nothing.
  func missing(of before: Marks) -> String {
    let numbers = before.frozen.count - frozen.count
    let units = before.killed.count - killed.count
    var parts: [String] = []
    if numbers > 0 { parts.append("\(numbers) frozen \(numbers == 1 ? "number" : "numbers")") }
    if units > 0 { parts.append("\(units) killed \(units == 1 ? "unit" : "units")") }
    return parts.isEmpty ? "" : " Gone with it: \(parts.joined(separator: ", "))."
  }
}

extension Session {
  /// The places of the parameters that no step changes, in rising order.
  public var frozen: [Int] { trainer.frozen }

  /// The hidden units that give 0, in rising order.
  public var killed: [UnitPlace] { trainer.network.killed }

  /// Whether no step changes a parameter.
  public func isFrozen(_ index: Int) -> Bool {
    // The places rise, so halves can be left out.
    var (low, high) = (0, frozen.count)
    while low < high {
      let middle = (low + high) / 2
      if frozen[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low < frozen.count && frozen[low] == index
  }

  /// Whether a unit was killed.
  public func isKilled(level: Int, unit: Int) -> Bool {
    killed.contains(UnitPlace(level: level, unit: unit))
  }

  /// Sets marks in place of those there are.
  mutating func put(_ marks: Marks) {
    if marks.killed != killed { trainer.kill(marks.killed) }
    if marks.frozen != frozen { trainer.freeze(marks.frozen) }
  }
}
