import Drawing
import Engine
import Lessons
import TestSupport
import Testing

@testable import Labs

@Suite struct CommandPaletteTests {
  private static let library = [
    LibraryEntry(name: "spiral", title: "Spiral"), LibraryEntry(name: "xor", title: "Exclusive or"),
  ]

  private func opened(typing text: String) -> App {
    var app = App(Preset(), library: Self.library)
    app.press(.character(":"))
    app.type(text)
    return app
  }

  @Test(arguments: KeyMap.bindings.filter { $0.mode == .always && !$0.keys.isEmpty })
  func everyCommandIsFoundByItsOwnWords(_ binding: Binding) {
    let plain: [Intent] = [
      .selectUp, .selectDown, .decrease, .increase, .activate, .back, .commands,
    ]
    guard !plain.contains(binding.intent) else { return }
    let palette = opened(typing: String(binding.help.prefix(50))).palette
    #expect(palette?.matches.contains { $0.deed == .intent(binding.intent) } == true)
  }

  @Test func aFewLettersFindASetting() {
    var app = opened(typing: "lrate")
    app.press(.escape)
    app.press(.control("p"))
    app.type("set rate")
    #expect(app.palette?.chosen?.deed == .control(.setting("training.learning-rate")))
    app.press(.enter)
    #expect(app.palette == nil)
    #expect(app.playground?.focus == .setting("training.learning-rate"))
  }

  @Test func aPresetIsOpenedByName() {
    var app = opened(typing: "spiral")
    #expect(app.press(.enter) == .open("spiral"))
  }

  @Test func aCommandIsCarriedOutAsItsKeyDoes() {
    var byKey = app(.character("e"))
    byKey.press(.character("x"))
    var byName = opened(typing: "mark the points taken for")
    byName.press(.enter)
    #expect(byName.playground?.look.marksMistakes == true)
    #expect(byName.notice == byKey.notice)
  }

  @Test func arrowsChooseAndEscapeCloses() {
    var app = opened(typing: "")
    let first = app.palette?.chosen?.text
    app.press(.down, .down)
    #expect(app.palette?.choice == 2)
    #expect(app.palette?.chosen?.text != first)
    app.press(.up)
    #expect(app.palette?.choice == 1)
    app.press(.escape)
    #expect(app.palette == nil)
    #expect(!app.isRunning)
  }

  @Test func whatFitsNothingSaysSo() {
    var app = opened(typing: "qqqzzz")
    let text = picture(app.view(size: small, capabilities: .full))
    #expect(text.contains("nothing fits"))
    #expect(app.press(.enter) == nil)
    #expect(app.palette != nil)
  }

  @Test func aClickOnALineDoesIt() {
    var app = opened(typing: "open xor")
    _ = app.update(.resized(small, .full))
    let row = picture(app.view(size: small, capabilities: .full)).split(
      separator: "\n", omittingEmptySubsequences: false
    ).lastIndex { $0.contains("open xor") }
    let command = app.update(
      .mouse(MouseEvent(.press, button: .left, at: Point(x: 20, y: row ?? 0))))
    #expect(command == .open("xor"))
  }
}

@Suite struct FuzzyMatchTests {
  @Test func lettersHaveToStandInOrder() {
    #expect(FuzzyMatch.score(of: "lr", in: "learning rate") != nil)
    #expect(FuzzyMatch.score(of: "rl", in: "lear") == nil)
    #expect(FuzzyMatch.score(of: "rate learn", in: "learning rate") != nil)
    #expect(FuzzyMatch.score(of: "", in: "anything") != nil)
  }

  @Test(arguments: [
    ("rate", "learning rate", "separate the ratios"), ("lr", "learning rate", "clear the history"),
    ("undo", "undo the last change", "unit of a random doctor"),
  ])
  func beginningsOfWordsAndWholeRunsGoFirst(_ query: String, _ better: String, _ worse: String) {
    let (first, second) = (
      FuzzyMatch.score(of: query, in: better) ?? .min,
      FuzzyMatch.score(of: query, in: worse) ?? .min
    )
    #expect(first > second)
  }

  @Test func noTextIsTooOddForIt() {
    var random = Random(seed: MonkeySeed.value, stream: .order)
    let characters = Array("ab: ·x₁(1")
    func text(below count: Int) -> String {
      String((0..<random.below(count)).map { _ in characters[random.below(characters.count)] })
    }
    for _ in 0..<2000 {
      let (text, query) = (text(below: 13), text(below: 5))
      let score = FuzzyMatch.score(of: query, in: text)
      if text.lowercased().contains(query.lowercased()) { #expect(score != nil) }
    }
  }
}
