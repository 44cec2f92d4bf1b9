import Drawing
import Foundation
import Lessons
import Sweeps
import Terminal

/// Tells how far a sweep is on standard error: on a terminal in one line that is drawn again and again,
/// elsewhere in a line now and then.
struct SweepProgress {
  /// What the objective is called.
  private let measure: String
  /// What will be needed in the end, as far as it can be foreseen; nil where it is known.
  private let foreseen: (jobs: Int, epochs: Int)?
  private let talk: TalkOptions
  /// Whether it is one line that is drawn again and again.
  let isRewritten: Bool
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  /// Epochs that were known at the start, which took no time here.
  private var firstEpochs: Int?
  private var told: (time: ContinuousClock.Instant, done: Int)?
  private var shown = ""

  /// How long a line that stays is waited for.
  private var interval = Self.firstInterval

  static let firstInterval = Duration.seconds(1)

  /// How long the line after one is waited for: the log of a long sweep stays short.
  static func interval(after interval: Duration) -> Duration {
    min(interval * 1.25, .seconds(60))
  }

  init(
    _ schedule: Schedule, talk: TalkOptions, environment: [String: String],
    isTerminal: Bool = StandardStream.error.isTerminal
  ) {
    measure = schedule.plan.spec.objective.measure.words
    foreseen =
      schedule.plan.spec.method == .halving && schedule.share == .whole && !schedule.isFinished
      ? schedule.foreseen : nil
    self.talk = talk
    isRewritten = RewrittenLine.isPossible(isTerminal: isTerminal, environment)
    start = clock.now
  }

  /// Tells how far it is, if that is worth a line.
  mutating func tell(_ present: SweepStanding) {
    guard !talk.quiet else { return }
    let isAbout = foreseen != nil
    let standing = adjusted(present)
    let first = firstEpochs ?? standing.epochsDone
    firstEpochs = first
    let now = clock.now
    let left = Self.left(
      elapsed: now - start, done: standing.epochsDone - first,
      open: standing.epochsKnown - standing.epochsDone)
    guard isRewritten else {
      guard standing.done > (told?.done ?? 0), told.map({ now - $0.time >= interval }) ?? true
      else { return }
      if told != nil { interval = Self.interval(after: interval) }
      told = (now, standing.done)
      return talk.say(Self.text(standing, measure, left, isAbout: isAbout, width: nil))
    }
    // Room for the ^C that a terminal shows.
    let width = (StandardStream.error.columns ?? 80) - 3
    show(Self.text(standing, measure, left, isAbout: isAbout, width: width))
  }

  /// Tells how far it came where lines stay, and takes the line away where it does not.
  mutating func end(_ schedule: Schedule) {
    if !shown.isEmpty { show("") }
    let present = SweepStanding(schedule)
    let isAbout = foreseen != nil && !schedule.isFinished
    guard let told, told.done != present.done || foreseen != nil && !isAbout else { return }
    let standing = isAbout ? adjusted(present) : present
    talk.say(Self.text(standing, measure, nil, isAbout: isAbout, width: nil))
  }

  /// With all that will be needed, as far as it was foreseen.
  private func adjusted(_ present: SweepStanding) -> SweepStanding {
    var standing = present
    standing.known = max(present.known, foreseen?.jobs ?? 0)
    standing.epochsKnown = max(present.epochsKnown, foreseen?.epochs ?? 0)
    return standing
  }

  /// Writes over the line that is there.
  private mutating func show(_ line: String) {
    guard line != shown else { return }
    let text = Self.replacing(shown, by: line)
    shown = line
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// What writes a line over another, and over the ^C that a terminal shows behind that. The cursor goes
  /// back to the end of the line, where the next ^C is to stand.
  static func replacing(_ shown: String, by line: String) -> String {
    let rest = max(0, columnWidth(shown) + 2 - columnWidth(line))
    let back = line.isEmpty ? "\r" : String(repeating: "\u{8}", count: rest)
    return "\r\(line)\(String(repeating: " ", count: rest))\(back)"
  }

  /// What there is still to be waited for, at the speed so far; nil while that can't be told.
  static func left(elapsed: Duration, done: Int, open: Int) -> Duration? {
    guard done > 0, elapsed >= .milliseconds(500) else { return nil }
    return elapsed * (Double(max(0, open)) / Double(done))
  }

  /// `[#####-----] 42/84 trials, best test loss 0.0123 (trial 7), 0:42 left`
  ///
  /// - Parameters:
  ///   - isAbout: whether it is not known yet how many trials there will be.
  ///   - width: the columns that there are; nil without a limit, and without a bar.
  static func text(
    _ standing: SweepStanding, _ measure: String, _ left: Duration?, isAbout: Bool = false,
    width: Int?
  ) -> String {
    let share =
      standing.epochsKnown > 0 ? Double(standing.epochsDone) / Double(standing.epochsKnown) : 1
    let all = isAbout ? " of about \(standing.known)" : "/\(standing.known)"
    var parts = ["\(standing.done)\(all) trials"]
    if let best = standing.best {
      let value = format(best.value, significantDigits: 4)
      parts.append("best \(measure) \(value) (trial \(best.configuration + 1))")
    }
    if let left { parts.append(Self.time(left) + " left") }
    let text = parts.joined(separator: ", ")
    guard let width else { return text }
    let room = min(30, width - columnWidth(text) - 3)
    guard room >= 5 else { return String(text.prefix(max(0, width))) }
    let full = Int((min(max(share, 0), 1) * Double(room)).rounded(.down))
    return "[" + String(repeating: "#", count: full) + String(repeating: "-", count: room - full)
      + "] " + text
  }

  /// `0:42`, `12:05`, `3:00:10`
  static func time(_ duration: Duration) -> String {
    let seconds = min(max(duration.components.seconds, 0), 3_600_000)
    func two(_ number: Int64) -> String { (number < 10 ? "0" : "") + "\(number)" }
    let (minutes, hours) = (seconds / 60 % 60, seconds / 3600)
    return hours > 0
      ? "\(hours):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
  }
}
