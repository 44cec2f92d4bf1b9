import Labs

/// How many steps are due, and how fast they go.
struct Pace {
  /// How long training goes on without looking for a key, in seconds.
  private static let slice = 0.004
  /// How much training may be caught up after a pause of the machine, in seconds.
  private static let catchUp = 0.1

  private var last: Duration
  private var debt = 0.0
  private var secondsPerStep = 1e-5
  private var windowStart: Duration
  private var windowSteps = 0

  init(at time: Duration) {
    last = time
    windowStart = time
  }

  /// The steps to take now, no more than one slice of them.
  mutating func stepsDue(for demand: Demand, at time: Duration) -> Int {
    let elapsed = seconds(time - last)
    last = time
    let most = max(1, Int(Self.slice / secondsPerStep))
    switch demand {
    case .none:
      debt = 0
      return 0
    case .unlimited:
      debt = 0
      return most
    case .steps(let rate):
      debt = min(debt + elapsed * rate, max(1, Self.catchUp * rate))
      let steps = min(Int(debt), most)
      debt -= Double(steps)
      return steps
    }
  }

  /// When the next whole step is due.
  func nextStep(for demand: Demand) -> Duration {
    guard case .steps(let rate) = demand, debt < 1 else { return last }
    return last + .seconds((1 - debt) / rate)
  }

  mutating func took(_ steps: Int, from start: Duration, to end: Duration) {
    windowSteps += steps
    let measured = seconds(end - start) / Double(steps)
    secondsPerStep = max(1e-7, 0.7 * secondsPerStep + 0.3 * measured)
  }

  /// Steps a second, once in half a second.
  mutating func measuredRate(at time: Duration) -> Double? {
    let elapsed = seconds(time - windowStart)
    guard elapsed >= 0.5 else { return nil }
    defer {
      windowStart = time
      windowSteps = 0
    }
    return Double(windowSteps) / elapsed
  }

  private func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}
