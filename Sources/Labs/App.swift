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
  /// Steps a second as last measured; nil before anything was.
  public private(set) var stepsPerSecond: Double?
  /// The epoch that one key press trains up to; nil if none does.
  private var targetEpoch: Int?
  private(set) var lab: any Lab

  /// A preset, paused at epoch 0.
  public init(_ preset: Preset) { self.init(Session(preset)) }

  /// A session, paused where it is.
  public init(_ session: Session) {
    self.session = session
    lab = PlaygroundLab()
  }

  /// How much training is wanted now.
  public var demand: Demand {
    guard !session.trainer.hasStopped else { return .none }
    if targetEpoch != nil { return .atOnce(steps: session.trainer.stepsLeftInEpoch) }
    guard isRunning else { return .none }
    guard let rate = speed.epochsPerSecond else { return .unlimited }
    return .stepsPerSecond(rate * Double(session.trainer.stepsPerEpoch))
  }

  /// Takes in what happened: the only place of change.
  public mutating func update(_ message: Message) -> Command? {
    switch message {
    case .key(let key):
      return press(key)
    case .tick(let steps):
      train(steps)
    case .measured(let stepsPerSecond):
      self.stepsPerSecond = stepsPerSecond
    case .told(let sentence):
      notice = sentence
    case .mouse, .resized, .opened:
      break
    }
    return nil
  }

  private mutating func press(_ key: Key) -> Command? {
    if key != .control("c"), case .taken(let sentence) = lab.type(key, session: &session) {
      notice = sentence ?? ""
      return nil
    }
    guard let intent = KeyMap.intent(for: key) else { return nil }
    // Holding the key down trains epoch after epoch, each to its end.
    if intent == .stepEpoch && targetEpoch != nil { return nil }
    targetEpoch = nil
    notice = ""
    if showsHelp, [.back, .help, .quit].contains(intent), key != .control("c") {
      showsHelp = false
      return nil
    }
    switch intent {
    case .quit: return .quit
    case .help: showsHelp = true
    case .playPause: playOrPause()
    case .faster, .slower: changeSpeed(intent)
    case .stepBatch: stepBatch()
    case .stepEpoch: stepEpoch()
    case .reset: start(.reset)
    case .newWeights: start(.newWeights)
    case .newData: start(.newData)
    default: notice = lab.handle(intent, session: &session) ?? ""
    }
    return nil
  }

  private mutating func playOrPause() {
    guard canTrain() else { return }
    isRunning.toggle()
    stepsPerSecond = nil
  }

  /// Whether there is something left to train; says how to go on if there is not.
  private mutating func canTrain() -> Bool {
    guard session.trainer.hasStopped else { return true }
    notice =
      session.trainer.divergence == nil
      ? "Stopped early: change patience (Overfit) to go on, or press r for epoch 0."
      : "Training has diverged; r goes back to epoch 0."
    return false
  }

  private mutating func changeSpeed(_ intent: Intent) {
    if intent == .faster { speed.increase() } else { speed.decrease() }
    let rate = speed.epochsPerSecond.map { "\(Int($0)) epochs a second" }
    notice = "Speed \(speed.title): \(rate ?? "as fast as this machine can")."
  }

  private mutating func train(_ steps: Int) {
    let isTraining = isRunning || targetEpoch != nil
    if let targetEpoch {
      session.advance(steps: min(steps, session.trainer.stepsLeftInEpoch))
      if session.trainer.epochCount >= targetEpoch {
        self.targetEpoch = nil
        notice = "Epoch \(targetEpoch) is complete."
      }
    } else if isRunning {
      session.advance(steps: steps)
    }
    if session.trainer.hasStopped && isTraining {
      isRunning = false
      targetEpoch = nil
      tellStop()
    }
  }

  /// Says that training was stopped early, and what came of it; a divergence has its box.
  private mutating func tellStop() {
    guard let watch = session.trainer.earlyStopping, watch.hasStopped else { return }
    notice =
      "Stopped early in epoch \(session.trainer.epochCount):"
      + " the weights of epoch \(watch.bestEpoch) are back."
  }

  /// Stepping by hand pauses first, so that one step is seen as one step.
  private mutating func stepBatch() {
    isRunning = false
    guard canTrain() else { return }
    session.advance(steps: 1)
    let trainer = session.trainer
    guard !trainer.hasStopped else { return tellStop() }
    notice =
      trainer.position == 0
      ? "Epoch \(trainer.epochCount) is complete."
      : "Step \(trainer.stepCount): \(trainer.position) of \(trainer.samples.count) samples of"
        + " epoch \(trainer.epochCount + 1) seen."
  }

  /// The loop does the training, so that keys are answered in a long epoch too.
  private mutating func stepEpoch() {
    isRunning = false
    guard canTrain() else { return }
    targetEpoch = session.trainer.epochCount + 1
  }

  private mutating func start(_ action: Action) {
    let wasRunning = isRunning
    isRunning = false
    notice = session.apply(action).message + (wasRunning ? " Paused." : "")
  }
}
