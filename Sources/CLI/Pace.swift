import Labs

/// How many steps are due, and how fast they go.
struct Pace {
  /// How long training goes on without looking for a key, in seconds.
  private static let slice = 0.004
  /// How much training may be caught up after a pause of the machine, in seconds.
  private static let catchUp = 0.1

  private var last: Duration
  private var debt = 0.0
  /// As long as a slice while it is not known, so that the first slice is one step.
  private var secondsPerStep = Self.slice
  private var windowStart: Duration
  private var windowSteps = 0
  /// Whether nothing was wanted so far: a pause says nothing of how fast steps go.
  private var isIdle = true

  /// No steps are due at the start.
  init(at time: Duration) {
    last = time
    windowStart = time
  }

  /// The steps to take now, no more than one slice of them.
  mutating func stepsDue(for demand: Demand, at time: Duration) -> Int {
    let elapsed = seconds(time - last)
    last = time
    let most = max(1, Int(Self.slice / secondsPerStep))
    if isIdle {
      windowStart = time
      windowSteps = 0
    }
    isIdle = demand == .none
    switch demand {
    case .none:
      debt = 0
      windowStart = time
      windowSteps = 0
      return 0
    case .atOnce(let steps):
      debt = 0
      return min(steps, most)
    case .unlimited:
      debt = 0
      return most
    case .stepsPerSecond(let rate):
      debt = min(debt + elapsed * rate, max(1, Self.catchUp * rate))
      let steps = min(Int(debt), most)
      debt -= Double(steps)
      return steps
    }
  }

  /// Whether a slice was too short for the steps that are due.
  var hasStepsLeft: Bool { debt >= 1 }

  /// When the next whole step is due.
  func nextStep(at rate: Double) -> Duration {
    last + .seconds((1 - debt) / rate)
  }

  /// Learns what steps cost.
  mutating func took(_ steps: Int, from start: Duration, to end: Duration) {
    windowSteps += steps
    let measured = max(1e-7, seconds(end - start) / Double(steps))
    // Dearer steps are believed at once, cheaper ones bit by bit.
    secondsPerStep = max(measured, (secondsPerStep + measured) / 2)
  }

  /// Nothing is known of the cost of the next step.
  mutating func forgetCost() { secondsPerStep = Self.slice }

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
