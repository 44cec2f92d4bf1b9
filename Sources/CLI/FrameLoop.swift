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
  /// - Parameter outside: what is asked of the world beyond the screen.
  func run(
    _ program: inout some Program, on screen: inout some Screen & ~Copyable,
    outside: inout some Outside
  ) -> Ending {
    var frame = Self.shortestFrame
    var pace = Pace(at: now())
    var nextFrame = now()
    var isDirty = true
    var clicks = DoubleClick()
    let start = Message.resized(screen.size, screen.capabilities)
    if !send(start, to: &program, screen: &screen, &outside) { return .quit }
    while true {
      var timeout = wait(
        for: program.demand, pace, isDirty: isDirty,
        nextFrame: screen.isCatchingUp ? now() + Self.shortestFrame : nextFrame)
      // News from the background wakes nobody, so it is looked for.
      if outside.isWorking { timeout = min(timeout, Self.shortestFrame) }
      // Everything that has come in is handled before any more is trained, but a flood of keys
      // does not hold up the picture.
      while let event = screen.nextEvent(timeout: timeout) {
        timeout = .zero
        let message: Message
        switch event {
        case .key(let key): message = .key(key)
        case .mouse(let mouse): message = .mouse(clicks.counted(mouse, at: now()))
        case .resized(let size): message = .resized(size, screen.capabilities)
        case .terminated(let signal): return .signal(signal)
        }
        if !send(message, to: &program, screen: &screen, &outside) { return .quit }
        // It may have made steps a thousand times as costly.
        pace.forgetCost()
        isDirty = true
        if now() >= nextFrame { break }
      }
      for message in outside.news() {
        if !send(message, to: &program, screen: &screen, &outside) { return .quit }
        isDirty = true
      }
      let steps = pace.stepsDue(for: program.demand, at: now())
      if steps > 0 {
        let start = now()
        if !send(.tick(steps: steps), to: &program, screen: &screen, &outside) { return .quit }
        pace.took(steps, from: start, to: now())
        isDirty = true
      }
      if isDirty && now() >= nextFrame && !screen.isCatchingUp {
        if let rate = pace.measuredRate(at: now()) {
          let message = Message.measured(stepsPerSecond: rate)
          if !send(message, to: &program, screen: &screen, &outside) { return .quit }
        }
        let start = now()
        let canvas = program.view(size: screen.size, capabilities: screen.capabilities)
        screen.present(canvas)
        let answers = outside.shown(canvas, at: start)
        for message in answers {
          if !send(message, to: &program, screen: &screen, &outside) { return .quit }
        }
        isDirty = !answers.isEmpty
        let cost = now() - start
        frame = min(Self.longestFrame, max(Self.shortestFrame, cost * 2))
        nextFrame = max(nextFrame + frame, now())
      }
    }
  }

  /// Tells the program what happened, does what it asks for, and tells it what came of that; false
  /// if it asks to end.
  private func send(
    _ message: Message, to program: inout some Program, screen: inout some Screen & ~Copyable,
    _ outside: inout some Outside
  ) -> Bool {
    var messages = [message]
    // An answer may be answered with another request, but not for ever.
    for _ in 0..<100 where !messages.isEmpty {
      guard let command = program.update(messages.removeFirst()) else { continue }
      guard let answers = carryOut(command, on: &screen, &outside) else { return false }
      messages += answers
    }
    return true
  }

  /// Does what the program asks for; gives the answers, nil if it asks to end.
  private func carryOut(
    _ command: Command, on screen: inout some Screen & ~Copyable, _ outside: inout some Outside
  ) -> [Message]? {
    switch command {
    case .quit: return nil
    case .setMouse(let isWanted):
      screen.setMouse(isWanted)
      return []
    case .prefer(let preference):
      screen.adopt(preference)
      return [.resized(screen.size, screen.capabilities)] + outside.perform(command, at: now())
    case .several(let commands):
      var answers: [Message] = []
      for command in commands {
        guard let more = carryOut(command, on: &screen, &outside) else { return nil }
        answers += more
      }
      return answers
    case .open, .save, .record, .work, .stopWork, .stopAllWork, .listExercises, .learn, .keep:
      return outside.perform(command, at: now())
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

extension Screen where Self: ~Copyable {
  /// Shows everything as a person likes it, as far as the terminal can.
  mutating func adopt(_ preference: Preference) {
    switch preference {
    case .theme(let theme): capabilities.theme = theme
    case .graph(let glyphs): capabilities.glyphs = glyphs
    case .background(let ground): capabilities.ground = ground
    case .mouse(let isWanted): setMouse(isWanted)
    }
  }
}
