import Drawing
import Labs

/// Joins an app to a screen: keys in, training in slices, frames out, on one thread.
///
/// Between two frames it trains as much as the app wants, in slices so short that a key never waits
/// longer than a frame; it draws only when something changed, and sleeps when nothing is to do.
@MainActor struct FrameLoop {
  /// How the loop ended.
  enum Ending: Equatable {
    case quit
    case signal(Int32)
  }

  /// Time since some start; a test brings its own.
  let now: () -> Duration

  /// Thirty frames a second; slower where the terminal takes more than half of that.
  private static let shortestFrame = Duration.milliseconds(33)
  private static let longestFrame = Duration.milliseconds(200)

  init(now: @escaping () -> Duration) { self.now = now }

  /// Runs until the app or a signal ends it.
  func run(_ app: inout App, on screen: inout some Screen & ~Copyable) -> Ending {
    var frame = Self.shortestFrame
    var pace = Pace(at: now())
    var nextFrame = now()
    var isDirty = true
    while true {
      // Everything that has come in is handled before any more is trained.
      let due = screen.isCatchingUp ? now() + Self.shortestFrame : nextFrame
      var timeout = wait(for: app.demand, pace, nextFrame: isDirty ? due : nil)
      while let event = screen.nextEvent(timeout: timeout) {
        timeout = .zero
        switch event {
        case .key(let key): if app.update(.key(key)) == .quit { return .quit }
        case .terminated(let signal): return .signal(signal)
        case .resized: break
        case .mouse: continue
        }
        isDirty = true
      }
      let steps = pace.stepsDue(for: app.demand, at: now())
      if steps > 0 {
        let start = now()
        _ = app.update(.tick(steps: steps))
        pace.took(steps, from: start, to: now())
        isDirty = true
      }
      if isDirty && now() >= nextFrame && !screen.isCatchingUp {
        if let rate = pace.measuredRate(at: now()) {
          _ = app.update(.measured(stepsPerSecond: rate))
        }
        let start = now()
        screen.present(app.view(size: screen.size, capabilities: screen.capabilities))
        isDirty = false
        let cost = now() - start
        frame = min(Self.longestFrame, max(Self.shortestFrame, cost * 2))
        nextFrame = max(nextFrame + frame, now())
      }
    }
  }

  /// How long nothing has to be done: until the next frame, if there is one to draw, or step.
  private func wait(for demand: Demand, _ pace: Pace, nextFrame: Duration?) -> Duration {
    let frame = nextFrame.map { $0 - now() } ?? .seconds(3600)
    switch demand {
    case .none: return max(.zero, frame)
    case .steps: return max(.zero, min(frame, pace.nextStep(for: demand) - now()))
    case .unlimited: return .zero
    }
  }
}
