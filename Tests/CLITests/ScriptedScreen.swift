import Drawing
import Labs

@testable import CLI

/// The time that a screen, a program and a loop of a test share; it moves only when one of them
/// does something.
///
/// A class, because all three must look at one and the same time.
final class ScriptedTime {
  var now = Duration.zero
}

/// A screen that plays events at their times and keeps when it was shown something.
@MainActor struct ScriptedScreen: ~Copyable, Screen {
  let size = Size(width: 8, height: 2)
  var capabilities = Capabilities.full
  let time: ScriptedTime
  /// Events with their times, in order.
  var script: [(at: Duration, event: ScreenEvent)]
  /// What a picture costs.
  var drawingCost = Duration.milliseconds(2)
  /// From when on the terminal takes no picture any more.
  var stallsAt = Duration.seconds(1_000_000)
  private(set) var frames: [Duration] = []
  private(set) var waits = 0
  private(set) var mouse: [Bool] = []

  init(_ script: [(at: Duration, event: ScreenEvent)], time: ScriptedTime) {
    self.script = script
    self.time = time
  }

  var isCatchingUp: Bool { time.now >= stallsAt }

  mutating func present(_ canvas: Canvas) {
    frames.append(time.now)
    time.now += drawingCost
  }

  mutating func setMouse(_ isWanted: Bool) { mouse.append(isWanted) }

  mutating func nextEvent(timeout: Duration) -> ScreenEvent? {
    waits += 1
    // A look at the keyboard takes a little, or an eager loop would never get anywhere.
    time.now += .microseconds(10)
    guard let next = script.first, next.at <= time.now + timeout else {
      time.now += timeout
      return nil
    }
    time.now = max(time.now, next.at)
    return script.removeFirst().event
  }
}

/// A program whose steps and keys cost time, and that quits with `q`.
struct ScriptedProgram: Program {
  let time: ScriptedTime
  var demand: Demand
  /// What one step costs.
  var stepCost = Duration.microseconds(2)
  /// What one key costs.
  var keyCost = Duration.zero
  /// What a step costs after the key `b`.
  var dearStepCost = Duration.zero
  private(set) var steps = 0
  private(set) var ticks: [Int] = []
  private(set) var keys: [(key: Key, at: Duration)] = []
  private(set) var rates: [Double] = []
  /// Everything else it was told.
  private(set) var told: [Message] = []
  /// What it asks for when a key is pressed.
  var commands: [Key: Command] = [:]

  init(_ demand: Demand, time: ScriptedTime) {
    self.demand = demand
    self.time = time
  }

  mutating func update(_ message: Message) -> Command? {
    switch message {
    case .key(let key):
      keys.append((key, time.now))
      time.now += keyCost
      if key == .character("b") { stepCost = dearStepCost }
      if key == .character(" ") { demand = .none }
      return key == .character("q") ? .quit : commands[key]
    case .tick(let count):
      steps += count
      ticks.append(count)
      time.now += stepCost * count
      if case .atOnce(let left) = demand {
        demand = left > count ? .atOnce(steps: left - count) : .none
      }
    case .measured(let rate):
      rates.append(rate)
    case .mouse, .resized, .opened, .told, .recording, .worked, .listed, .begun:
      told.append(message)
    }
    return nil
  }

  func view(size: Size, capabilities: Capabilities) -> Canvas {
    Canvas(size: size, capabilities: capabilities)
  }
}

/// A world that writes down what is asked of it, and answers with a sentence.
struct ScriptedOutside: Outside {
  private(set) var asked: [Command] = []
  private(set) var pictures: [Duration] = []
  /// The number of the picture that it has something to say about; 0 if none.
  var answered = 0

  mutating func perform(_ command: Command, at time: Duration) -> [Message] {
    asked.append(command)
    return [.told("done \(asked.count)")]
  }

  /// What there is to tell, each from its time on; the last of it ends the work.
  var reports: [(at: Duration, message: Message)] = []
  /// Time, where there is something to tell.
  var time: ScriptedTime?

  var isWorking: Bool { !reports.isEmpty }

  mutating func news() -> [Message] {
    guard let now = time?.now else { return [] }
    let due = reports.prefix { $0.at <= now }
    reports.removeFirst(due.count)
    return due.map(\.message)
  }

  mutating func shown(_ canvas: Canvas, at time: Duration) -> [Message] {
    pictures.append(time)
    return pictures.count == answered ? [.told("picture \(pictures.count)")] : []
  }
}
