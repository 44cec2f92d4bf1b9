import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

private func special(_ name: String) throws -> Session {
  try #require(specialSessions.first { $0.name == name }).session
}

/// A session with two moments, after some steps.
private let adam: Session = {
  var preset = Preset()
  preset.training.optimizer = "adam"
  var session = Session(preset)
  session.advance(steps: 30)
  return session
}()

private func lines(_ view: TableView, _ session: Session, _ width: Int = 78, _ height: Int = 17)
  -> [String]
{
  picture(drawn(view, session, width, height)).split(
    separator: "\n", omittingEmptySubsequences: false
  ).map(String.init)
}

@Suite struct TableViewTests {
  @Test func everyParameterHasOneRowAndFindsItAgain() throws {
    var normalized = Preset()
    normalized.network.normalization = PerLayer("batch")
    normalized.network.fitLayers()
    var continuous = Preset()
    continuous.network.wiring = PerLayer("ode-euler")
    continuous.network.fitLayers()
    for session in specialSessions.map(\.session) + [Session(normalized), Session(continuous)] {
      let rows = TableRows(session)
      var seen: Set<Int> = []
      for row in 0..<rows.count {
        if case .parameter(let index) = try #require(rows[row]) {
          #expect(seen.insert(index).inserted)
          #expect(rows.row(of: index) == row)
        }
      }
      #expect(seen.count == session.trainer.network.parameterCount)
      #expect(rows[rows.count] == nil && rows[-1] == nil)
    }
  }

  @Test func numbersAreThoseOfTheEngine() throws {
    let (network, next) = (adam.trainer.network, adam.nextStep())
    let text = lines(TableView(), adam)
    #expect(
      text[0].split(separator: " ").map(String.init) == [
        "parameter", "value", "gradient", "update", "m", "v",
      ])
    #expect(text[1].hasPrefix("Layer 1"))
    let index = network.levels[0].weights
    let moments = adam.moments(ofParameter: index)
    let expected =
      [
        network.parameters[index], next.gradient[index],
        next.parameters[index] - network.parameters[index],
      ] + moments.map(\.value)
    let words = text[2].split(separator: " ").map(String.init)
    #expect(words.starts(with: ["unit", "1", "←", "x₁"]))
    #expect(Array(words.dropFirst(4).prefix(5)) == expected.map { tabular(Double($0)) })
  }

  @Test func ySortsReversesSortsBySizeAndGoesBack() throws {
    var view = TableView()
    let values = adam.trainer.network.parameters
    func first() -> String { lines(view, adam)[1] }
    _ = view.handle(.switchAxis, scene(adam))
    let (largest, smallest) = (try #require(values.max()), try #require(values.min()))
    #expect(first().contains(tabular(Double(largest))))
    #expect(first().contains("layer") || first().contains("output"))
    _ = view.handle(.switchAxis, scene(adam))
    #expect(first().contains(tabular(Double(smallest))))
    _ = view.handle(.switchAxis, scene(adam))
    let farthest = try #require(values.max { abs($0) < abs($1) })
    #expect(first().contains(tabular(Double(farthest))))
    _ = view.handle(.switchAxis, scene(adam))
    #expect(view.order == .network)
    #expect(first().hasPrefix("Layer 1"))
  }

  @Test func sortingPutsWhatIsNoNumberLast() throws {
    let diverged = try special("diverged")
    let order = TableNumbers(diverged).sorted(.falling(.gradient))
    let numbers = order.map { TableNumbers(diverged).number(.gradient, $0) }
    let start = numbers.firstIndex { $0.isNaN } ?? numbers.count
    #expect(!numbers[start...].contains { !$0.isNaN })
    #expect(order.sorted() == Array(diverged.trainer.network.parameters.indices))
  }

  @Test func arrowsChooseARowAndItsPart() {
    var view = TableView()
    let reply = view.handle(.selectDown, scene(adam))
    #expect(reply?.part == .weight(level: 0, unit: 0, input: 0))
    #expect(view.handle(.selectUp, scene(adam))?.part == .weight(level: 0, unit: 0, input: 0))
    _ = view.handle(.selectDown, scene(adam))
    #expect(view.handle(.selectDown, scene(adam))?.part == .bias(level: 0, unit: 0))
    // Over the heading of the next level.
    #expect(
      view.handle(.nextOption, scene(adam))?.part == .weight(level: 1, unit: 0, input: 0))
    #expect(view.handle(.selectUp, scene(adam))?.part?.unit?.level == 0)
    let text = lines(view, adam)
    #expect(text.contains { $0.hasPrefix("▸") })
    for _ in 0..<100 { _ = view.handle(.selectDown, scene(adam)) }
    let last = adam.trainer.network.levels.count - 1
    #expect(
      view.shown(scene(adam)).flatMap { adam.trainer.network.place(ofParameter: $0) }?
        .unit.level == last)
    #expect(lines(view, adam).last?.hasPrefix("▸") == true)
  }

  @Test func leftAndRightChooseAColumnAndShowIt() {
    var view = TableView()
    for _ in 0..<9 { _ = view.handle(.increase, scene(adam)) }
    #expect(view.column == .moment(1))
    #expect(lines(view, adam, 38, 19)[0].contains(" v"))
    #expect(lines(view, adam, 38, 19)[0].hasSuffix("…"))
    for _ in 0..<9 { _ = view.handle(.decrease, scene(adam)) }
    #expect(view.column == .place)
    #expect(lines(view, adam, 38, 19)[0].contains("value"))
  }

  @Test func enterTypesAValueWithTheFocusOnTheTable() throws {
    var app = app()
    let digit = try #require(ViewCatalogue.all.firstIndex { $0 == TableView.self }) + 1
    app.press(.character(Character("\(digit)")))
    app.press(.down, .down, .enter)
    app.type("-0.25")
    app.press(.enter)
    let index = app.session.trainer.network.weightIndex(level: 0, unit: 0, input: 1) ?? 0
    #expect(app.session.trainer.network.parameters[index] == -0.25)
    #expect(app.playground?.focus == .view)
    #expect(app.playground?.part == .weight(level: 0, unit: 0, input: 1))
    app.press(.character("."))
    #expect(app.session.trainer.network.parameters[index] == PlaygroundLab.nudged(-0.25, up: true))
    app.press(.character("0"))
    #expect(app.session.trainer.network.parameters[index] == 0)
    app.press(.character("f"))
    #expect(app.session.isFrozen(index))
    app.press(.character("f"))
    #expect(!app.session.isFrozen(index))
    app.press(.enter)
    app.type("two")
    app.press(.enter)
    #expect(app.playground?.entry != nil)
    #expect(app.session.trainer.network.parameters[index] == 0)
  }

  @Test func aScaleIsChangedThoughTheNetworkHasNoPartForIt() throws {
    var preset = Preset()
    preset.network.normalization = PerLayer("batch")
    preset.network.fitLayers()
    let session = Session(preset)
    let index = try #require(
      session.trainer.network.parameterPlaces.first { $0.part == .scale }?.index)
    var view = TableView()
    _ = view.point(
      MouseEvent(.press, button: .left, at: Point(x: 0, y: 0)), TableSpot.parameter(index),
      scene(session))
    #expect(view.describe(scene(session)).hasPrefix("L1 unit 1 scale γ = 1"))
    #expect(
      view.handle(.zero, scene(session))?.actions == [.setParameter(index: index, value: 0)])
    #expect(view.handle(.activate, scene(session))?.typesParameter == index)
  }

  @Test func headingsAndRowsAnswerToTheMouse() throws {
    var view = TableView()
    let canvas = drawn(view, adam, 78, 17)
    let heading = try #require(
      canvas.hotspots.first { $0.target as? TableSpot == .heading(.gradient) })
    let press = MouseEvent(
      .press, button: .left, at: Point(x: heading.area.x, y: heading.area.y))
    _ = view.point(press, heading.target, scene(adam))
    #expect(view.order == .falling(.gradient))
    #expect(lines(view, adam)[0].contains("▾gradient"))
    var double = press
    double.isDouble = true
    #expect(view.point(double, TableSpot.parameter(3), scene(adam))?.typesParameter == 3)
    #expect(view.chosen == 3)
    let wheel = MouseEvent(.wheelDown, button: .none, at: press.position)
    #expect(view.point(wheel, TableSpot.whole, scene(adam))?.part != nil)
    #expect(view.chosen != 3)
    #expect(view.point(press, Target.view(0), scene(adam)) == nil)
  }

  @Test func withoutTheFocusItShowsWhatIsChosenInTheNetwork() {
    let part = NetworkPart.weight(level: 1, unit: 0, input: 1)
    let canvas = drawn(TableView(), adam, 78, 17, part: part, isFocused: false)
    let row = picture(canvas).split(separator: "\n").first { $0.hasPrefix("▸") } ?? ""
    #expect(row.contains("unit 1 ← unit 2") || row.contains("output 1 ← unit 2"))
  }

  @Test func frozenNumbersAndKilledUnitsHaveMarks() {
    var session = adam
    session.apply(.freeze(index: 0))
    session.apply(.killUnit(level: 0, unit: 1))
    let text = lines(TableView(), session)
    #expect(text[2].hasPrefix(" *unit 1 ← x₁"))
    #expect(text.contains { $0.hasPrefix(" ×unit 2 ← x₁") })
    #expect(TableView().note(scene(session)).contains("1 frozen *"))
  }

  @Test(arguments: allCapabilities)
  func drawsEverySessionAtAnySizeAndNothingOutside(_ capabilities: Capabilities) {
    for (name, session) in specialSessions {
      var view = TableView()
      _ = view.handle(.selectDown, scene(session))
      for _ in 0..<4 {
        for (width, height) in [(0, 0), (1, 1), (13, 4), (38, 19), (50, 24), (78, 17), (80, 44)] {
          var canvas = Canvas(
            size: Size(width: width + 2, height: height + 2), capabilities: capabilities)
          let inner = Rectangle(x: 1, y: 1, width: width, height: height)
          view.draw(scene(session), in: inner, on: &canvas)
          for y in 0..<height + 2 {
            for x in 0..<width + 2 where !inner.contains(Point(x: x, y: y)) {
              #expect(canvas[x, y] == .blank, "\(name) at \(width)×\(height)")
            }
          }
          if capabilities.glyphs == .ascii {
            #expect(!picture(canvas).contains("?"), "\(name)")
          }
        }
        #expect(columnWidth(view.describe(scene(session))) <= 78, "\(name)")
        _ = view.handle(.switchAxis, scene(session))
      }
    }
  }
}
