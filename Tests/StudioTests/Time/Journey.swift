import Datasets
import Engine
import Lessons

@testable import Studio

/// A session, and beside it in plain lists what was done on each of its branches: what a fresh run
/// has to do to be where the session is.
struct Journey {
  /// One thing after the other.
  enum Deed {
    case step
    case action(Action)
  }

  /// The deeds of a branch from the session's start on. Those before `root` belong to earlier runs.
  struct Script {
    var deeds: [Deed] = []
    var root = 0
  }

  let start: Preset
  var session: Session
  var scripts: [Int: Script]
  /// How many deeds of the present script were done.
  var place = 0

  init(_ preset: Preset) {
    start = preset
    session = Session(preset)
    scripts = [session.presentBranch: Script()]
  }

  var script: Script { scripts[session.presentBranch] ?? Script() }

  /// Trains; on the past of a branch that follows it.
  mutating func train(_ steps: Int) {
    for _ in 0..<steps {
      guard !session.trainer.hasStopped else { return }
      session.advance(steps: 1)
      if place == script.deeds.count { scripts[session.presentBranch]?.deeds.append(.step) }
      place += 1
      // What was changed right after this step is made again with it.
      while place < script.deeds.count, case .action = script.deeds[place], !isFailedNext {
        place += 1
      }
    }
  }

  /// Whether the next deeds come after a step that diverged, which was not taken yet.
  private var isFailedNext: Bool { false }

  /// Changes something, which may begin a branch.
  mutating func change(_ action: Action) {
    let (before, old) = (session.presentBranch, script)
    let outcome = session.apply(action)
    guard outcome.effect != .refused, outcome.effect != .unchanged else { return }
    var next = Script(deeds: Array(old.deeds.prefix(place)), root: old.root)
    next.deeds.append(.action(action))
    if outcome.effect == .startedAnew { next.root = next.deeds.count }
    if session.presentBranch == before, place < old.deeds.count {
      // Only changes at the same step gave way.
      next.deeds = Array(old.deeds.prefix(place)) + [.action(action)]
    }
    scripts[session.presentBranch] = next
    place = next.deeds.count
  }

  /// Goes to a step of a branch.
  mutating func go(toStep step: Int, of branch: Int) {
    session.apply(.goToStep(step, branch: branch))
    place = place(ofStep: step, of: branch)
  }

  /// Goes to the beginning of an epoch of a branch.
  mutating func go(toEpoch epoch: Int, of branch: Int) {
    session.apply(.goToEpoch(epoch, branch: branch))
    session.arrive()
    // Where that is in steps, the fresh run finds out by itself.
    var fresh = Session(start)
    let deeds = scripts[branch]?.deeds ?? []
    let root = scripts[branch]?.root ?? 0
    var count = 0
    for deed in deeds {
      if count >= root, fresh.trainer.epochCount >= epoch, case .step = deed { break }
      Self.carryOut(deed, on: &fresh)
      count += 1
    }
    place = count
  }

  /// So many steps and all changes after them.
  private func place(ofStep step: Int, of branch: Int) -> Int {
    let (deeds, root) = (scripts[branch]?.deeds ?? [], scripts[branch]?.root ?? 0)
    var (count, steps) = (root, 0)
    while count < deeds.count {
      if case .step = deeds[count] {
        guard steps < step else { break }
        steps += 1
      }
      count += 1
    }
    return count
  }

  /// A run from the start that does only what leads here.
  var fresh: Session {
    var fresh = Session(start)
    for deed in script.deeds.prefix(place) { Self.carryOut(deed, on: &fresh) }
    return fresh
  }

  private static func carryOut(_ deed: Deed, on session: inout Session) {
    switch deed {
    case .step: session.advance(steps: 1)
    case .action(let action): session.apply(action)
    }
  }
}

/// All that a later step or picture depends on, as bits.
struct Bits: Equatable, CustomStringConvertible {
  let trainer: [UInt8]
  let preset: Preset
  let dataset: [UInt32]
  let history: [UInt64]
  let frozen: [Int]
  let killed: [UnitPlace]
  let counts: [Int]

  init(_ session: Session) {
    var session = session
    session.arrive()
    trainer = session.trainer.state.bytes
    preset = session.preset
    dataset = session.dataset.allPoints.flatMap {
      [$0.x1.bitPattern, $0.x2.bitPattern, $0.label.bitPattern]
    }
    history = session.history.entries.flatMap {
      [UInt64($0.epoch), $0.training.bitPattern, $0.test.bitPattern]
    }
    frozen = session.frozen
    killed = session.killed
    counts = [
      session.trainer.stepCount, session.trainer.epochCount, session.trainer.position,
      session.history.stride,
    ]
  }

  var description: String { "\(counts) \(trainer.count) bytes, \(history.count) of history" }
}
