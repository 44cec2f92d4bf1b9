import Drawing
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("The state as an address of TensorFlow Playground, on the screen")
struct LinkTests {
  private let link = "https://playground.tensorflow.org/#activation=relu&dataset=xor&noise=5"

  /// An app in which the command was found and carried out.
  private func asked(_ preset: Preset = Preset()) -> App {
    var app = app(.character(":"), preset: preset)
    app.type("link")
    #expect(app.palette?.chosen?.deed == .intent(.showLink))
    app.press(.enter)
    return app
  }

  private func rows(_ app: App, _ size: Size) -> [String] {
    picture(app.view(size: size, capabilities: .full)).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  @Test("The palette finds it, and it stands in lines without anything beside them")
  func box() {
    for size in [small, wide, Size(width: 200, height: 60)] {
      let app = asked()
      let text = PlaygroundAddress(of: Preset()).text
      let lines = rows(app, size)
      let joined = lines.map { $0.filter { $0 != " " } }.joined()
      #expect(joined.contains(text), "\(lines)")
      let first = lines.firstIndex { $0.hasPrefix("https://") }
      #expect(first != nil && lines[(first ?? 0) + 1].first != " ")
      #expect(lines.contains { $0.hasPrefix(" · training.shuffle is true here and false there.") })
      #expect(joined.contains("ItisprintedaswellwhenyouleavePercept."))
    }
  }

  @Test("Any key goes back and does nothing else; M leaves the mouse to the terminal first")
  func keys() {
    for key in [Key.escape, .enter, .character("q"), .character(" "), .character("]"), .tab] {
      var app = asked()
      let before = app.session.preset
      #expect(app.update(.key(key)) == nil)
      #expect(app.shownLink == nil && !app.isRunning && app.session.preset == before)
      #expect(app.linkToPrint == PlaygroundAddress(of: before))
    }
    var app = asked()
    #expect(app.update(.key(.character("M"))) == .setMouse(false))
    #expect(app.shownLink != nil)
    #expect(rows(app, small).contains { $0.contains("the address can be selected. M takes") })
    #expect(app.update(.key(.control("c"))) == .quit)
  }

  @Test("A click goes back, and moving the mouse does nothing")
  func mouse() {
    var app = asked()
    _ = app.update(.resized(small, .full))
    for kind in [MouseEvent.Kind.hover, .release, .wheelDown] {
      _ = app.update(.mouse(MouseEvent(kind, button: .left, at: Point(x: 10, y: 10))))
      #expect(app.shownLink != nil)
    }
    _ = app.update(.mouse(MouseEvent(.press, button: .left, at: Point(x: 10, y: 23))))
    #expect(app.shownLink == nil && !app.isRunning)
  }

  @Test("Nothing is printed that was not asked for, and what was is what was seen last")
  func printed() {
    #expect(App(Preset()).linkToPrint == nil)
    var app = asked()
    app.press(.escape, .character("]"), .character(":"))
    app.type("link")
    app.press(.enter)
    #expect(app.linkToPrint == app.session.playgroundAddress)
    #expect(app.linkToPrint?.text != PlaygroundAddress(of: Preset()).text)
  }

  @Test(
    "The box stays in its rectangle, whatever is to be told", arguments: [0, 1, 5, 20, 79, 120])
  func bounds(_ width: Int) {
    var preset = Preset()
    for setting in SettingCatalogue.all where !setting.key.hasPrefix("data.set") {
      try? setting.set(setting.stepped(1, in: preset), in: &preset)
    }
    let address = Session(preset).playgroundAddress
    #expect(address.remarks.count > 12)
    for height in [0, 1, 2, 3, 5, 10, 21, 40] {
      var canvas = Canvas(
        size: Size(width: width + 4, height: height + 4), capabilities: .full)
      canvas.fill(canvas.bounds, with: Cell("#"))
      let area = Rectangle(x: 2, y: 2, width: width, height: height)
      LinkBox(address: address, hasMouse: true).draw(in: area, on: &canvas)
      for y in 0..<height + 4 {
        for x in 0..<width + 4 where !area.contains(Point(x: x, y: y)) {
          #expect(canvas[x, y].glyph == "#", "\(width)×\(height): \(x), \(y)")
        }
      }
    }
  }

  @Test("What has no room is told to be left out")
  func cut() {
    var preset = Preset()
    for setting in SettingCatalogue.all where !setting.key.hasPrefix("data.set") {
      try? setting.set(setting.stepped(1, in: preset), in: &preset)
    }
    #expect(rows(asked(preset), small).contains { $0.contains("“percept link” tells all of it.") })
    #expect(!rows(asked(), small).contains { $0.contains("tells all of it") })
  }

  @Test("An address that is typed or pasted into the palette is opened")
  func palette() {
    for address in [link, exampleLikeAddress, "#activation=relu&noise=5"] {
      var app = app(.character(":"))
      app.type(address)
      #expect(app.palette?.matches.map(\.deed) == [.link(address)])
      #expect(rows(app, small).contains { $0.contains("open this address of TensorFlow") })
      #expect(app.press(.enter) == .open(address))
    }
    var app = app(.character(":"))
    app.type(String(repeating: "a", count: 100))
    #expect(app.palette?.query.count == 60)
  }

  /// As long as the playground's own are.
  private var exampleLikeAddress: String { PlaygroundAddress(of: Preset()).text }

  @Test("The prompt that opens files takes an address whole")
  func prompt() {
    var app = app(.character("O"))
    app.type(exampleLikeAddress)
    #expect(app.press(.enter) == .open(exampleLikeAddress))
  }

  @Test("The caption of a link has all that was said of it, and stays on the screen")
  func caption() throws {
    var app = App(try PlaygroundLink(link + "&foo=1").preset)
    app.press(.character("C"))
    let text = rows(app, small).joined(separator: "\n")
    #expect(text.contains("From a TensorFlow Playground address. Percept does not know “foo”."))
    var long = Preset()
    long.summary = String(repeating: "word ", count: 1000)
    app = App(long)
    app.press(.character("C"))
    let lines = rows(app, small)
    #expect(lines[0].contains("percept") && lines.contains { $0.contains("…  ") })
    #expect(lines.contains { $0.contains("C hides it") } && lines[1].contains("Circle"))
  }

  @Test("The line mode tells it")
  func plain() {
    var lab = PlainLab(Session(Preset()))
    let address = PlaygroundAddress(of: Preset())
    #expect(lab.perform("link").lines == [address.text] + address.remarks)
    #expect(lab.perform("open \(link)").request == .open(link))
    #expect(lab.perform("help").lines.contains { $0.hasPrefix("link: ") })
  }
}
