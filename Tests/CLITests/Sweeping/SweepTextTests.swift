import Drawing
import Testing

@testable import CLI

@Suite("The texts of sweeps")
struct SweepTextTests {
  private static let standing = SweepStanding(
    done: 42, known: 84, epochsDone: 400, epochsKnown: 800,
    best: .init(configuration: 6, rung: 0, cost: 0.01234, value: 0.01234))

  @Test("Progress has a bar where there is room, and never more columns than there are")
  func progress() {
    let line = SweepProgress.text(Self.standing, "test loss", .seconds(42), width: 100)
    #expect(
      line
        == "[###############---------------] 42/84 trials, best test loss 0.01234 (trial 7), 0:42 left"
    )
    for width in 0...100 {
      let text = SweepProgress.text(Self.standing, "test loss", .seconds(42), width: width)
      #expect(columnWidth(text) <= width)
    }
    let about = SweepProgress.text(Self.standing, "test loss", nil, isAbout: true, width: nil)
    #expect(about == "42 of about 84 trials, best test loss 0.01234 (trial 7)")
    var nothing = Self.standing
    (nothing.done, nothing.epochsDone, nothing.best) = (0, 0, nil)
    #expect(SweepProgress.text(nothing, "test loss", nil, width: nil) == "0/84 trials")
    (nothing.known, nothing.epochsKnown) = (0, 0)
    #expect(SweepProgress.text(nothing, "test loss", nil, width: 40).hasSuffix("] 0/0 trials"))
  }

  @Test("Lines that stay come ever more seldom, once a minute at last")
  func interval() {
    var (interval, time, lines) = (SweepProgress.firstInterval, Duration.zero, 1)
    #expect(interval == .seconds(1))
    while time < .seconds(36_000) {
      time += interval
      lines += 1
      let next = SweepProgress.interval(after: interval)
      #expect(next == min(interval * 1.25, .seconds(60)))
      interval = next
    }
    #expect((600...630).contains(lines))
  }

  @Test("A line is taken away with the ^C that a terminal shows behind it")
  func interrupted() {
    #expect(SweepProgress.replacing("abc", by: "") == "\r     \r")
    #expect(SweepProgress.replacing("", by: "abc") == "\rabc")
    #expect(SweepProgress.replacing("abc", by: "abd") == "\rabd  \u{8}\u{8}")
    let back = String(repeating: "\u{8}", count: 6)
    #expect(SweepProgress.replacing("abcdefg", by: "abc") == "\rabc      " + back)
  }

  @Test("What is left follows from the speed so far")
  func left() {
    #expect(SweepProgress.left(elapsed: .seconds(10), done: 100, open: 300) == .seconds(30))
    #expect(SweepProgress.left(elapsed: .seconds(10), done: 0, open: 300) == nil)
    #expect(SweepProgress.left(elapsed: .milliseconds(20), done: 3, open: 300) == nil)
    #expect(SweepProgress.time(.seconds(42)) == "0:42")
    #expect(SweepProgress.time(.seconds(725)) == "12:05")
    #expect(SweepProgress.time(.seconds(10_810)) == "3:00:10")
  }

  @Test("A table keeps its columns apart, leaves out what is optional, and is cut at last")
  func table() {
    var table = TextTable([
      .init(name: "name"), .init(name: "loss", isNumber: true),
      .init(name: "least", isNumber: true, isOptional: true),
    ])
    table.add(["one", "0.5", "0.25"])
    table.add(["thirteen", "10", ""])
    #expect(
      table.lines(width: nil) == [
        "name      loss  least", "one        0.5   0.25", "thirteen    10",
      ])
    #expect(table.lines(width: 15) == ["name      loss", "one        0.5", "thirteen    10"])
    var flexible = TextTable([
      .init(name: "learning-rate", isNumber: true, isFlexible: true),
      .init(name: "activation", isNumber: true, isFlexible: true),
      .init(name: "loss", isNumber: true),
    ])
    flexible.add(["0.0123", "relu", "0.25"])
    #expect(
      flexible.lines(width: 29) == [
        "learning-", "     rate  activation  loss", "   0.0123        relu  0.25",
      ])
    #expect(
      flexible.lines(width: 24) == [
        "learning-", "     rate  activa…  loss", "   0.0123     relu  0.25",
      ])
    #expect(
      flexible.lines(width: 14) == [
        "lear…", " rate  loss", "0.01…  0.25", "No room here", "for:", "activation.",
      ])
    #expect(table.lines(width: 9) == ["name    …", "one     …", "thirteen…"])
  }

  @Test("Colours are for terminals that have them, unless they are asked for")
  func colors() {
    func depth(
      _ isTerminal: Bool, _ environment: [String: String], asked: ColorDepth? = nil
    ) -> ColorDepth {
      TableColors.depth(asked, isTerminal: isTerminal, environment: environment)
    }
    #expect(depth(false, ["TERM": "xterm-256color"]) == .mono)
    #expect(depth(true, ["TERM": "xterm-256color"]) == .indexed256)
    #expect(depth(true, ["TERM": "xterm-256color", "COLORTERM": "truecolor"]) == .direct)
    #expect(depth(true, ["TERM": "xterm-256color", "NO_COLOR": "1"]) == .mono)
    #expect(depth(true, ["TERM": "xterm"]) == .eight)
    #expect(depth(true, ["TERM": "dumb"]) == .mono)
    #expect(depth(true, [:]) == .mono)
    #expect(depth(false, [:], asked: .sixteen) == .sixteen)
  }
}
