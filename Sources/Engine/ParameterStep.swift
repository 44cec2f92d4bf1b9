/// What an optimiser makes of one parameter in one step: what goes in and what comes out.
public struct ParameterStep: Equatable, Sendable {
  /// g: the slope that the optimiser gets, with penalties and clipped.
  public let gradient: Float
  /// η of the step.
  public let rate: Float
  /// The parameter as the optimiser finds it.
  public let before: Float
  /// The parameter as the optimiser leaves it.
  public let after: Float
  /// What the optimiser remembers of it before, in the order of its moments.
  public let moments: [Float]
  /// The same afterwards.
  public let newMoments: [Float]
  /// The optimiser's counters after the step, such as β₁ᵗ.
  public let counters: [Double]

  /// A step of these numbers.
  public init(
    gradient: Float, rate: Float, before: Float, after: Float, moments: [Float] = [],
    newMoments: [Float] = [], counters: [Double] = []
  ) {
    self.gradient = gradient
    self.rate = rate
    self.before = before
    self.after = after
    self.moments = moments
    self.newMoments = newMoments
    self.counters = counters
  }

  /// A moment before and after; 0 for one that the optimiser does not have.
  func moment(_ number: Int) -> (old: Float, new: Float) {
    guard moments.indices.contains(number), newMoments.indices.contains(number) else {
      return (0, 0)
    }
    return (moments[number], newMoments[number])
  }

  /// A counter; 0 for one that the optimiser does not have.
  func counter(_ number: Int) -> Double {
    counters.indices.contains(number) ? counters[number] : 0
  }
}

/// One line of an update written out: `m = β₁ m + (1-β₁) g = 0.9·0.12 + 0.1·0.4 = 0.148`.
public struct Working: Equatable, Sendable {
  /// What is worked out: `m`, or `w` for the parameter itself.
  public let name: String
  /// How, as in the optimiser's formula.
  public let formula: String
  /// The same with numbers put in.
  public let numbers: Arithmetic
  /// What it comes to.
  public let value: Double

  /// A line of that name.
  public init(_ name: String, _ formula: String, _ numbers: Arithmetic, _ value: Double) {
    self.name = name
    self.formula = formula
    self.numbers = numbers
    self.value = value
  }

  /// The same for a number of the engine.
  init(_ name: String, _ formula: String, _ numbers: Arithmetic, _ value: Float) {
    self.init(name, formula, numbers, Double(value))
  }
}

extension Optimizer {
  /// An optimiser that says no more has its change of the parameter alone.
  public func workings(of step: ParameterStep) -> [Working] {
    let change = Double(step.after) - Double(step.before)
    return [Working("w", "w + Δw", "\(step.before) + \(change)", step.after)]
  }
}
