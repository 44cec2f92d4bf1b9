import Drawing
import Engine
public import Lessons
public import Studio

/// The whole program without a terminal and a clock: messages in, pictures out.
public struct App: Sendable {
  /// What is being learned.
  public private(set) var session: Session
  /// Whether training runs.
  public private(set) var isRunning = false
  /// How fast it runs.
  public private(set) var speed = Speed()
  /// Whether the help is open.
  public private(set) var showsHelp = false
  /// What the last action did, until the next key.
  public private(set) var notice = ""
  /// Steps a second as last measured.
  public private(set) var stepsPerSecond = 0.0
  private(set) var lab: any Lab

  /// A preset, paused at epoch 0.
  public init(_ preset: Preset) {
    session = Session(preset)
    lab = PlaygroundLab()
  }

  /// How much training is wanted now.
  public var demand: Demand {
    guard isRunning, session.trainer.divergence == nil else { return .none }
    guard let rate = speed.epochsPerSecond else { return .unlimited }
    return .steps(perSecond: rate * Double(session.trainer.stepsPerEpoch))
  }

  /// Takes in what happened: the only place of change.
  public mutating func update(_ message: Message) -> Command? {
    switch message {
    case .key(let key):
      return press(key)
    case .tick(let steps):
      guard isRunning else { return nil }
      session.advance(steps: steps)
      if session.trainer.divergence != nil { isRunning = false }
    case .measured(let stepsPerSecond):
      self.stepsPerSecond = stepsPerSecond
    }
    return nil
  }

  private mutating func press(_ key: Key) -> Command? {
    if key != .control("c"), case .taken(let sentence) = lab.type(key, session: &session) {
      notice = sentence ?? ""
      return nil
    }
    guard let intent = KeyMap.intent(for: key) else { return nil }
    notice = ""
    if showsHelp, intent == .back || intent == .help {
      showsHelp = false
      return nil
    }
    switch intent {
    case .quit: return .quit
    case .help: showsHelp = true
    case .playPause: playOrPause()
    case .faster, .slower: changeSpeed(intent)
    case .stepBatch: advance(1)
    case .stepEpoch: advance(session.stepsToEndOfEpoch)
    case .reset: start(.reset)
    case .newWeights: start(.newWeights)
    case .newData: start(.newData)
    default: notice = lab.handle(intent, session: &session) ?? ""
    }
    return nil
  }

  private mutating func playOrPause() {
    guard session.trainer.divergence == nil else {
      notice = "Training has diverged; r goes back to epoch 0."
      return
    }
    isRunning.toggle()
  }

  private mutating func changeSpeed(_ intent: Intent) {
    if intent == .faster { speed.increase() } else { speed.decrease() }
    let rate = speed.epochsPerSecond.map { "\(Int($0)) epochs a second" }
    notice = "Speed \(speed.title): \(rate ?? "as fast as this machine can")."
  }

  /// Stepping by hand pauses first, so that one step is seen as one step.
  private mutating func advance(_ steps: Int) {
    isRunning = false
    session.advance(steps: steps)
    guard session.trainer.divergence == nil else { return }
    let trainer = session.trainer
    notice =
      trainer.position == 0
      ? "Epoch \(trainer.epochCount) is complete."
      : "Step \(trainer.stepCount): \(trainer.position) of \(trainer.samples.count) samples of epoch \(trainer.epochCount + 1) seen."
  }

  private mutating func start(_ action: Action) {
    isRunning = false
    notice = session.apply(action).message
  }
}
