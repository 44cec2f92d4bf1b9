/// How the learning rate changes in the course of training.
public protocol Schedule: Adjustable {
  /// Its name in menus and presets.
  static var name: String { get }
  /// The rate η at time t in the course's notation, with η₀ for the base.
  static var formula: String { get }

  /// The schedule with the usual settings.
  init()

  /// The learning rate at a time: `base` at 0, later never more and never below 0.
  ///
  /// - Parameters:
  ///   - base: η₀, above 0.
  ///   - t: epochs or steps since the start, as the caller counts; 0 or more.
  func rate(base: Double, at t: Int) -> Double
}

extension Schedule {
  /// `base` to a whole power, by repeated squaring; 1 for an exponent of 0 or less.
  func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    var square = base
    var left = max(0, exponent)
    while left > 0 {
      if left & 1 == 1 { result *= square }
      square *= square
      left >>= 1
    }
    return result
  }

  /// A knob's value as a count from 1 to 10⁹, whatever it is.
  func count(_ value: Float) -> Int { value >= 1 ? Int(min(value, 1e9)) : 1 }
}

/// Every schedule there is, simplest first. Menus, presets and tests read this list.
public enum ScheduleCatalogue {
  /// The types, in the order of the menus.
  public static let all: [any Schedule.Type] = [
    ConstantRate.self, StepDecay.self, ExponentialDecay.self, InverseTimeDecay.self,
    InverseSqrtDecay.self, CosineDecay.self,
  ]

  /// The schedule of that name, with its usual settings.
  public static func named(_ name: String) -> (any Schedule)? {
    all.first { $0.name == name }.map { $0.init() }
  }
}

/// What a schedule's time counts.
public enum ScheduleUnit: String, CaseIterable, Sendable {
  /// Epochs completed.
  case epoch
  /// Steps taken: batches.
  case step
}
