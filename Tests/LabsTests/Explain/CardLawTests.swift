import Datasets
import Drawing
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("Cards, whatever is explained")
struct CardLawTests {
  private static let sessions = specialSessions + [("wide inputs", wideInputs), ("hand", hand)]

  /// Eleven inputs and numbers as long as they get.
  private static var wideInputs: Session {
    var preset = Preset()
    preset.features =
      Feature.allCases
      + ["x1^3", "sin(x1*x2)", "exp(-x1^2)", "tanh(x1-x2)"]
      .compactMap { Feature(rawValue: $0) }
    preset.data.standardizes = true
    preset.network.hidden = [8, 8, 8]
    preset.network.wiring = PerLayer("residual")
    preset.network.normalization = PerLayer("layer")
    preset.training.optimizer = "adamw"
    preset.training.l1 = 0.01
    preset.training.schedule = "cosine"
    preset.training.warmUp = 3
    preset.training.clipping = "norm"
    var session = Session(preset)
    session.advance(steps: 40)
    return session
  }

  /// Parts frozen and killed by hand, in a continuous network.
  private static var hand: Session {
    var preset = Preset()
    preset.network.wiring = PerLayer("ode-rk4")
    preset.training.optimizer = "adadelta"
    var session = Session(preset)
    session.apply(.killUnit(level: 0, unit: 0))
    session.apply(.freezeUnit(level: 1, unit: 0))
    session.advance(steps: 7)
    return session
  }

  @Test("Each says what it is and where the course treats it, fits, and leaves nothing unfilled")
  func cards() {
    for (name, session) in Self.sessions {
      // Of large networks not every weight: they are all alike.
      let parts = Topic.parts(session)
      let some = parts.enumerated().filter { parts.count < 60 || $0.offset % 23 < 2 }.map(\.element)
      for topic in Topic.all(session) + some {
        let card = Explanation(figures: Figures(session)).card(topic)
        let place = "\(topic) of \(name)"
        #expect(!card.name.isEmpty && card.definition.count > 8, "\(place)")
        #expect(card.definition.hasSuffix("."), "\(place): \(card.definition)")
        #expect(!card.course.isEmpty, "\(place)")
        #expect(!card.related.contains(topic), "\(place)")
        for related in card.related { #expect(related.exists(in: session), "\(place): \(related)") }
        for text in [card.definition, card.formula] + card.numbers {
          for hole in ["Optional", "nil", "  ", "%@", "()"] where text.contains(hole) {
            // Formulas have two spaces between their parts.
            #expect(
              hole == "  " && (text == card.formula || text.contains(",  ")), "\(place): \(text)")
          }
        }
        check(card, session, place)
      }
    }
  }

  private func check(_ card: Card, _ session: Session, _ place: String) {
    let box = ExplainBox(card: card, choice: 0, session)
    let rows = box.lines.count + (card.related.isEmpty ? 0 : 2) + 2
    #expect(rows <= ExplainBox.size.height, "\(place): \(rows) rows")
    for line in box.lines {
      #expect(columnWidth(line.text) <= ExplainBox.size.width - 6, "\(place): \(line.text)")
      // Each glyph has its stand-in, which no question mark is.
      var canvas = blank(80, 1, .mono, .ascii)
      canvas.write(line.text, at: Point(x: 0, y: 0))
      let shown = (0..<80).compactMap { canvas[$0, 0].glyph }
      #expect(
        shown.count { $0 == "?" } == line.text.count { $0 == "?" }, "\(place): \(line.text)")
    }
    // What gives way is neither what it is, nor its numbers, nor its place in the course.
    let labels = box.lines.map(\.label)
    #expect(
      labels.contains("course") && labels.contains("now") == !card.numbers.isEmpty, "\(place)")
  }

  @Test("A card is drawn at any size, whole from the smallest screen on")
  func sizes() {
    let session = Self.wideInputs
    for topic in [Topic.setting("training.optimizer"), .part(.unit(level: 0, unit: 0)), .view(0)] {
      let card = Explanation(figures: Figures(session)).card(topic)
      let box = ExplainBox(card: card, choice: card.related.count - 1, session)
      for (width, height) in [(80, 24), (120, 40), (20, 6), (3, 2), (1, 1), (0, 0)] {
        var canvas = blank(width, height, .mono, .ascii)
        box.draw(on: &canvas)
        guard width >= 80 else { continue }
        for line in box.lines { #expect(picture(canvas).contains(line.label)) }
        #expect(picture(canvas).contains("? all keys"))
      }
    }
  }

  @Test("Every choice of every setting has words of its own")
  func choices() {
    let session = Session(Preset())
    var seen: [String: String] = [:]
    for case .choice(let name, let key) in Topic.all(session) {
      let words = ChoiceText.definition(name, of: key, in: session.preset)
      #expect(words.count > 8, "\(key)=\(name)")
      #expect(seen[words] == nil, "\(key)=\(name) as \(seen[words] ?? "")")
      seen[words] = "\(key)=\(name)"
    }
    #expect(seen.count > 60)
  }

  @Test("Every setting has a place in the course")
  func course() {
    for setting in SettingCatalogue.all {
      #expect(!Course.place(of: setting.key).isEmpty, "\(setting.key)")
    }
  }

  @Test("Every control of every panel is a topic that there is")
  func controls() {
    for (name, session) in Self.sessions {
      for control in ControlPanel.allCases.flatMap({ $0.controls(session) }) {
        #expect(Topic(control, shownView: 0).exists(in: session), "\(control) of \(name)")
      }
    }
  }

  @Test("What is gone is told as gone, and nothing traps")
  func gone() {
    let session = Session(Preset())
    for topic in [
      Topic.units(layer: 7), .layerSetting("network.activation", layer: 9), .view(99),
      .part(.unit(level: 5, unit: 1)), .part(.weight(level: 0, unit: 0, input: 8)),
      .choice("nonsense", of: "training.loss"), .setting("nonsense"),
    ] {
      _ = Explanation(figures: Figures(session)).card(topic)
    }
    let card = Explanation(figures: Figures(session)).card(.units(layer: 7))
    #expect(card.definition == "This is not part of the session any more.")
  }
}
