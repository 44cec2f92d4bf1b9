import Drawing
import Labs

/// What the loop runs: the app, or a stand-in in tests.
protocol Program {
  /// How much training is wanted now.
  var demand: Demand { get }
  /// Takes in what happened.
  mutating func update(_ message: Message) -> Command?
  /// The picture as it is now.
  func view(size: Size, capabilities: Capabilities) -> Canvas
}

extension App: Program {}

/// Joins a program to a screen: keys in, training in slices, frames out, on one thread.
///
/// Between two frames it trains as much as the program wants, in slices so short that a key waits
/// no longer than a frame (or one step, if that takes longer); it draws only when something
/// changed, and sleeps when nothing is to do.
@MainActor struct FrameLoop {
  /// How the loop ended.
  enum Ending: Equatable {
    case quit
    case signal(Int32)
  }

  /// Time since some start; a test brings its own.
  let now: () -> Duration

  /// Thirty frames a second; slower where a frame costs more than half of that.
  private static let shortestFrame = Duration.milliseconds(33)
  private static let longestFrame = Duration.milliseconds(200)

  init(now: @escaping () -> Duration) { self.now = now }

  /// Runs until the program or a signal ends it.
  func run(_ program: inout some Program, on screen: inout some Screen & ~Copyable) -> Ending {
    var frame = Self.shortestFrame
    var pace = Pace(at: now())
    var nextFrame = now()
    var isDirty = true
    while true {
      var timeout = wait(
        for: program.demand, pace, isDirty: isDirty,
        nextFrame: screen.isCatchingUp ? now() + Self.shortestFrame : nextFrame)
      // Everything that has come in is handled before any more is trained, but a flood of keys
      // does not hold up the picture.
      while let event = screen.nextEvent(timeout: timeout) {
        timeout = .zero
        switch event {
        case .key(let key):
          if program.update(.key(key)) == .quit { return .quit }
          // The key may have made steps a thousand times as costly.
          pace.forgetCost()
        case .terminated(let signal): return .signal(signal)
        case .resized: break
        case .mouse: continue
        }
        isDirty = true
        if now() >= nextFrame { break }
      }
      let steps = pace.stepsDue(for: program.demand, at: now())
      if steps > 0 {
        let start = now()
        _ = program.update(.tick(steps: steps))
        pace.took(steps, from: start, to: now())
        isDirty = true
      }
      if isDirty && now() >= nextFrame && !screen.isCatchingUp {
        if let rate = pace.measuredRate(at: now()) {
          _ = program.update(.measured(stepsPerSecond: rate))
        }
        let start = now()
        screen.present(program.view(size: screen.size, capabilities: screen.capabilities))
        isDirty = false
        let cost = now() - start
        frame = min(Self.longestFrame, max(Self.shortestFrame, cost * 2))
        nextFrame = max(nextFrame + frame, now())
      }
    }
  }

  /// How long nothing has to be done. Steps between two frames are taken together, for nobody
  /// sees them apart.
  private func wait(
    for demand: Demand, _ pace: Pace, isDirty: Bool, nextFrame: Duration
  ) -> Duration {
    if case .stepsPerSecond = demand, pace.hasStepsLeft { return .zero }
    return switch demand {
    case .none: isDirty ? max(.zero, nextFrame - now()) : .seconds(3600)
    case .stepsPerSecond(let rate):
      max(.zero, (isDirty ? nextFrame : max(pace.nextStep(at: rate), nextFrame)) - now())
    case .atOnce, .unlimited: .zero
    }
  }
}
