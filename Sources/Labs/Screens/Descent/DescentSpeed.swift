/// How fast a race goes on by itself.
struct DescentSpeed: Equatable, Sendable {
  /// Steps a second; above 30 several steps share a beat.
  private static let rates = [1, 2, 5, 10, 30, 90, 300, 900, 3000]
  private static let mostBeats = 30

  private var index = 3

  private var rate: Int { Self.rates[index] }

  /// Beats a second.
  var beat: Double { Double(min(rate, Self.mostBeats)) }

  /// Steps a beat.
  var stepsPerBeat: Int { max(1, rate / Self.mostBeats) }

  /// `10 steps/s`
  var title: String { "\(rate) step\(rate == 1 ? "" : "s")/s" }

  mutating func increase() { index = min(index + 1, Self.rates.count - 1) }

  mutating func decrease() { index = max(index - 1, 0) }
}
