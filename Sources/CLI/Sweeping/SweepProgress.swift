import Drawing
import Foundation
import Terminal

/// Tells how far a sweep is on standard error: on a terminal in one line that is drawn again and again,
/// elsewhere in a line now and then.
struct SweepProgress {
  /// What the objective is called.
  let measure: String
  private let talk: TalkOptions
  private let isTerminal: Bool
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

  init(measure: String, talk: TalkOptions, environment: [String: String]) {
    self.measure = measure
    self.talk = talk
    isTerminal = StandardStream.error.isTerminal && environment["TERM"] != "dumb"
    start = clock.now
  }

  /// Tells how far it is, if that is worth a line.
  mutating func tell(_ standing: SweepStanding) {
    guard !talk.quiet else { return }
    let first = firstEpochs ?? standing.epochsDone
    firstEpochs = first
    let now = clock.now
    let left = Self.left(
      elapsed: now - start, done: standing.epochsDone - first,
      open: standing.epochsKnown - standing.epochsDone)
    guard isTerminal else {
      guard standing.done > (told?.done ?? 0), told.map({ now - $0.time >= interval }) ?? true
      else { return }
      if told != nil { interval = Self.interval(after: interval) }
      told = (now, standing.done)
      return talk.say(Self.text(standing, measure, left, width: nil))
    }
    // Room for the ^C that a terminal shows.
    let width = (StandardStream.error.columns ?? 80) - 3
    show(Self.text(standing, measure, left, width: width))
  }

  /// Takes the line away.
  mutating func end() {
    if !shown.isEmpty { show("") }
  }

  /// Writes over the line that is there.
  private mutating func show(_ line: String) {
    guard line != shown else { return }
    let rest = max(0, columnWidth(shown) - columnWidth(line))
    let blanks = String(repeating: " ", count: rest)
    shown = line
    try? FileHandle.standardError.write(contentsOf: Data("\r\(line)\(blanks)\r\(line)".utf8))
  }

  /// What there is still to be waited for, at the speed so far; nil while that can't be told.
  static func left(elapsed: Duration, done: Int, open: Int) -> Duration? {
    guard done > 0, elapsed >= .milliseconds(500) else { return nil }
    return elapsed * (Double(max(0, open)) / Double(done))
  }

  /// `[#####-----] 42/84 trials · test loss 0.0123 (trial 7) · 0:42 left`
  ///
  /// - Parameter width: the columns that there are; nil without a limit, and without a bar.
  static func text(
    _ standing: SweepStanding, _ measure: String, _ left: Duration?, width: Int?
  ) -> String {
    let share =
      standing.epochsKnown > 0 ? Double(standing.epochsDone) / Double(standing.epochsKnown) : 1
    var parts = ["\(standing.done)/\(standing.known) trials"]
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
