/// A schedule's shape, with a warm-up before it.
///
/// For a warm-up of n, the rate climbs in n equal strides: at t < n it is the shape's first rate
/// times (t + 1) / (n + 1). At t = n the climb is over, and the shape begins with its own time 0:
/// all of it comes n later than without a warm-up.
///
/// Source: P. Goyal et al., *Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour* (2017),
/// §2.2, gradual warm-up.
public struct LearningRateSchedule: Sendable {
  /// How the rate changes after the warm-up.
  public var shape: any Schedule
  /// n, epochs or steps of warm-up; 0 for none.
  public var warmUp: Int
  /// What t and the warm-up count.
  public var unit: ScheduleUnit

  /// A schedule; the same rate all the time unless told otherwise.
  public init(
    shape: any Schedule = ConstantRate(), warmUp: Int = 0, unit: ScheduleUnit = .epoch
  ) {
    self.shape = shape
    self.warmUp = warmUp
    self.unit = unit
  }

  /// The learning rate at time t, computed in double precision and rounded once.
  ///
  /// - Parameters:
  ///   - base: η₀, above 0.
  ///   - t: epochs or steps since the start, by `unit`; 0 or more.
  public func rate(base: Float, at t: Int) -> Float {
    let time = max(0, t)
    let warmUp = max(0, warmUp)
    if time >= warmUp { return Float(shape.rate(base: Double(base), at: time - warmUp)) }
    let share = (Double(time) + 1) / (Double(warmUp) + 1)
    return Float(shape.rate(base: Double(base), at: 0) * share)
  }
}
