import Engine
import Lessons

/// A line of training, from its start to its end, with what is kept to be anywhere on it again.
struct Branch: Sendable {
  /// Where it left another branch.
  struct Origin: Equatable, Sendable {
    /// The number of the branch that it left.
    var branch: Int
    /// The epoch, and the steps, up to which both are one.
    var epoch: Int
    var step: Int
  }

  /// The curves between two changes of what they measure.
  struct Chapter: Sendable {
    /// The changes before it begins.
    let changes: Int
    var history = LossHistory()
    var diagnoses = DiagnosisHistory()
  }

  /// Counted from 1 in the order in which the branches began; no two of a session have the same.
  let number: Int
  /// Its name, if a person gave it one.
  var name: String?
  /// Where it left another; nil for a run from epoch 0.
  var origin: Origin?
  /// Rising, the first of them the earliest moment that can be reached.
  private(set) var moments: [Moment] = []
  /// In the order in which they were made, all since `firstChange`.
  private(set) var changes: [LineChange] = []
  /// The changes before those, which are forgotten.
  private(set) var firstChange = 0
  /// The entry of the log before which the settings are as at the start of `changes`.
  private(set) var startEntry: Int
  /// Curves, as far as the session had them when it was last here at the end.
  var chapters: [Chapter] = [Chapter(changes: 0)]
  /// The session at its end, when it was last there; nil before it was left.
  var end: Moment?
  /// Every so many epochs a moment is kept.
  private(set) var stride = 1

  /// A line of one moment.
  init(number: Int, start: Moment, entry: Int) {
    self.number = number
    moments = [start]
    firstChange = start.tick.changes
    startEntry = entry
    chapters = [Chapter(changes: start.tick.changes)]
  }

  /// The part of another line up to a moment of it.
  init(number: Int, of other: Branch, upTo moment: Moment, epoch: Int) {
    self = Branch(copying: other, number: number)
    origin = Origin(branch: other.number, epoch: epoch, step: moment.tick.step)
    moments.removeAll { $0.tick >= moment.tick }
    moments.append(moment)
    changes.removeLast(max(0, changes.count - max(0, moment.tick.changes - firstChange)))
    chapters.removeAll { $0.changes > moment.tick.changes }
  }

  private init(copying other: Branch, number: Int) {
    self.number = number
    moments = other.moments
    changes = other.changes
    firstChange = other.firstChange
    startEntry = other.startEntry
    chapters = other.chapters
    stride = other.stride
  }

  /// The change that follows so many others; nil if there is none.
  func change(after count: Int) -> LineChange? {
    let place = count - firstChange
    return changes.indices.contains(place) ? changes[place] : nil
  }

  /// The changes made in all.
  var changeCount: Int { firstChange + changes.count }

  /// The entry of the log before which the settings are as after so many changes.
  func entry(after count: Int) -> Int {
    count > firstChange ? change(after: count - 1)?.entry ?? startEntry : startEntry
  }

  /// The curves as they were after so many changes and epochs.
  func curves(after changes: Int, epoch: Int) -> (LossHistory, DiagnosisHistory) {
    guard let chapter = chapters.last(where: { $0.changes <= changes }) else {
      return (LossHistory(), DiagnosisHistory())
    }
    return (chapter.history.through(epoch), chapter.diagnoses.through(epoch))
  }

  /// Adds a change at the end.
  mutating func append(_ change: LineChange) { changes.append(change) }

  /// Takes the changes away that come after so many; nothing was trained since.
  mutating func forgetChanges(after count: Int) {
    changes.removeLast(max(0, min(changes.count, changeCount - count)))
    moments.removeAll { $0.tick.changes > count }
    chapters.removeAll { $0.changes > count && $0.changes > firstChange }
    if (end?.tick.changes ?? 0) > count { end = nil }
  }

  /// Adds a moment beyond those there are.
  mutating func append(_ moment: Moment) { moments.append(moment) }

  /// Whether a moment at the end of an epoch is to be kept, by the epoch alone.
  func keeps(_ epoch: Int) -> Bool { epoch % stride == 0 }
}

extension Branch {
  /// Keeps half of the moments, spread evenly; whether that was possible.
  mutating func thin() -> Bool {
    let (count, first) = (moments.count, moments[0].tick)
    guard count > 2 else { return false }
    let old = stride
    repeat {
      stride *= 2
      let stride = stride
      moments.removeAll { $0.tick != first && ($0.epoch % stride != 0 || !$0.isAtEpochStart) }
    } while moments.count == count && stride < 1 << 60
    // Where nothing could go, later moments are to be kept as before.
    if moments.count == count { stride = old }
    return moments.count < count
  }

  /// Forgets the line before the last moment up to a tick, and the changes up to there; whether there
  /// was something to forget.
  mutating func forgetBeginning(upTo tick: Tick) -> Bool {
    guard let start = moments.last(where: { $0.tick <= tick }), start.tick > moments[0].tick else {
      return false
    }
    startEntry = entry(after: start.tick.changes)
    changes.removeFirst(min(changes.count, max(0, start.tick.changes - firstChange)))
    firstChange = start.tick.changes
    moments.removeAll { $0.tick < start.tick }
    if let place = chapters.lastIndex(where: { $0.changes <= firstChange }) {
      chapters.removeFirst(place)
    }
    return true
  }

  /// About how much memory it takes up, the points of a moment counted where they are not those of
  /// the one before.
  var byteCount: Int {
    var bytes = ownByteCount
    var last: MomentData?
    for moment in moments + (end.map { [$0] } ?? []) {
      bytes += moment.byteCount + (moment.data === last ? 0 : moment.data.byteCount)
      last = moment.data
    }
    return bytes
  }

  /// About how much memory it takes up beside its moments.
  var ownByteCount: Int {
    changes.reduce(0) { $0 + $1.byteCount } + moments.count * 8
      + chapters.reduce(0) { $0 + $1.history.byteCount + $1.diagnoses.byteCount }
  }
}
