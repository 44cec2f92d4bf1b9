import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("The inspector")
struct InspectorTests {
  /// An app after an epoch, with a part chosen by keys.
  private func app(at part: NetworkPart) -> App {
    var app = App(Preset())
    app.press(.character("e"), .character("i"))
    let (level, unit) = part.unit ?? (-1, 0)
    for _ in 0..<9 where app.part?.unit?.level ?? -1 < level { app.press(.right) }
    for _ in 0..<9 where app.part?.unit?.level ?? -1 > level { app.press(.left) }
    for _ in 0..<9 { app.press(.up) }
    for _ in 0..<unit { app.press(.down) }
    if app.part != part { app.press(.enter) }
    for _ in 0..<9 where app.part != part { app.press(.down) }
    #expect(app.part == part)
    return app
  }

  private static let outputBias = NetworkPart.bias(level: 2, unit: 0)
  private static let parts: [NetworkPart] = [
    outputBias, .bias(level: 0, unit: 3), .weight(level: 0, unit: 0, input: 1),
    .weight(level: 1, unit: 1, input: 3), .weight(level: 2, unit: 0, input: 0),
  ]

  private func numbers(_ app: App) -> [String] {
    picture(app.screen).split(separator: "\n").filter { $0.contains("loss") }.map(String.init)
  }

  @Test(
    "A typed value stands in the session, and the losses shown are those of it", arguments: parts)
  func types(_ part: NetworkPart) throws {
    var app = app(at: part)
    let before = numbers(app)
    let old = try #require(part.value(in: app.session))
    app.press(.enter)
    #expect(app.playground?.isTyping == true)
    app.type("-2.5")
    app.press(.enter)
    #expect(part.value(in: app.session) == -2.5)
    #expect(app.notice.hasPrefix("Set ") && app.notice.hasSuffix(" to -2.5."))
    #expect(numbers(app) != before)
    app.press(.character("u"))
    #expect(part.value(in: app.session) == old)
    #expect(numbers(app) == before)
    app.press(.control("r"))
    #expect(part.value(in: app.session) == -2.5)
  }

  @Test("Nudging goes up and down by a tenth or a hundredth, zero is 0", arguments: parts)
  func nudges(_ part: NetworkPart) throws {
    var app = app(at: part)
    let old = try #require(part.value(in: app.session))
    app.press(.character("."))
    let up = try #require(part.value(in: app.session))
    #expect(up > old && up - old <= max(0.016, 0.11 * abs(old) + 0.006))
    app.press(.character(","), .character(","))
    let down = try #require(part.value(in: app.session))
    #expect(down < up)
    app.press(.character("0"))
    #expect(part.value(in: app.session) == 0)
    let reading = picture(app.screen).split(separator: "\n").dropLast().last ?? ""
    #expect(reading.contains("to 0.0."))
    app.press(.character("u"))
    #expect(part.value(in: app.session) == old)
  }

  @Test("A frozen value stays where it is until it is let go", arguments: parts)
  func freezes(_ part: NetworkPart) throws {
    var app = app(at: part)
    let index = try #require(part.parameter(in: app.session))
    let old = try #require(part.value(in: app.session))
    app.press(.character("f"))
    #expect(app.session.isFrozen(index) && app.notice.hasPrefix("Frozen: no step changes "))
    app.press(.character("e"))
    #expect(part.value(in: app.session) == old)
    app.press(.tab, .backTab, .character("i"))
    app.press(.character("u"))
    #expect(!app.session.isFrozen(index))
    app.press(.character("e"))
    #expect(part.value(in: app.session) != old)
  }

  @Test("A unit is frozen with its bias and all its weights")
  func freezesAUnit() {
    let unit = NetworkPart.unit(level: 1, unit: 1)
    var app = app(at: unit)
    let own = PartWalk(app.session).parameters(1, 1).compactMap { $0.parameter(in: app.session) }
    app.press(.character("f"))
    #expect(own.count == 5 && app.session.frozen == own.sorted())
    app.press(.character("f"))
    #expect(app.session.frozen.isEmpty)
  }

  @Test("A killed unit gives 0, which the losses show; X or u revives it")
  func kills() {
    var app = app(at: .unit(level: 0, unit: 2))
    let before = numbers(app)
    app.press(.character("X"))
    #expect(app.session.isKilled(level: 0, unit: 2))
    #expect(app.notice.hasPrefix("Killed: "))
    #expect(numbers(app) != before)
    app.press(.character("X"))
    #expect(numbers(app) == before && app.notice.hasPrefix("Revived: "))
    app.press(.character("X"), .character("u"))
    #expect(!app.session.isKilled(level: 0, unit: 2) && numbers(app) == before)
  }

  @Test("What can't be done says why")
  func refuses() {
    var app = App(Preset())
    for key in ["0", "f", "X"] as [Character] {
      app.press(.character(key))
      #expect(app.notice == "Choose a unit or a connection first: i, then arrows.")
    }
    app = self.app(at: .input(0))
    app.press(.character("X"))
    #expect(app.notice == "An input is switched off with enter.")
    app.press(.character("f"))
    #expect(app.notice == "There is no number to freeze here.")
    app.press(.character("."))
    #expect(app.notice == "Choose a bias or a connection first: enter on a unit shows them.")
    app = self.app(at: .unit(level: 2, unit: 0))
    app.press(.character("X"))
    #expect(app.notice.hasPrefix("An output can't be killed"))
    app = self.app(at: Self.outputBias)
    let old = Self.outputBias.value(in: app.session)
    app.press(.enter)
    for text in ["many", "nan", "1e99"] {
      app.press(.control("u"))
      app.type(text)
      app.press(.enter)
      #expect(!app.notice.isEmpty && app.playground?.typed == text)
    }
    app.press(.escape)
    #expect(Self.outputBias.value(in: app.session) == old && app.playground?.isTyping == false)
  }

  @Test("esc goes from a weight to its unit, and out of the network's parts")
  func goesBack() {
    var app = app(at: .weight(level: 1, unit: 1, input: 3))
    app.press(.escape)
    #expect(app.part == .unit(level: 1, unit: 1))
    app.press(.escape)
    #expect(app.part == nil && app.playground?.focus == .layers)
  }

  @Test("An input is switched off on its own place")
  func switchesInputs() {
    var app = app(at: .input(0))
    app.press(.enter)
    #expect(app.session.preset.features == [.x2])
    app.press(.character("u"))
    #expect(app.session.preset.features == [.x1, .x2])
  }

  @Test("A part that a change takes away loses the focus")
  func followsTheNetwork() {
    var app = app(at: .weight(level: 1, unit: 1, input: 3))
    app.press(.character("["))
    #expect(app.session.preset.network.hidden == [4])
    #expect(app.part?.exists(in: app.session) != false)
    if case .part(let part) = app.playground?.focus { #expect(part.exists(in: app.session)) }
    app.press(.character("["), .character("["), .character("i"))
    #expect(app.part == .unit(level: 0, unit: 0))
  }

  @Test("After training has diverged nothing is set, and the reason is given")
  func divergence() {
    var app = Situation.diverged.app
    app.press(.character("i"), .enter, .character("0"))
    #expect(app.notice == "Training has diverged; start anew before you set a parameter.")
  }
}

extension App {
  fileprivate var part: NetworkPart? { playground?.part }
}
