import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

private let history = Key.character("H")

/// An app at epoch 30 of its second branch, which left the first at epoch 12.
private func branched() -> App {
  var app = app()
  for _ in 0..<40 { app.press(.character("e")) }
  app.press(history)
  for _ in 0..<28 { app.press(.character("<")) }
  app.session.apply(.set(key: "training.learning-rate", value: "0.3"))
  for _ in 0..<18 { app.press(.character("e")) }
  return app
}

private func text(_ app: App, _ size: Size = wide) -> String {
  picture(app.view(size: size, capabilities: .full))
}

@Suite struct HistoryViewTests {
  @Test func anEpochBackAndOnIsOneKeyEverywhere() {
    var app = app()
    for _ in 0..<3 { app.press(.character("e")) }
    let parameters = app.session.trainer.network.parameters
    app.press(.character("<"))
    #expect(app.session.trainer.epochCount == 2 && app.notice == "Back at epoch 2.")
    #expect(text(app).contains("epoch 2 of 3"))
    app.press(.character("<"), .character("<"))
    #expect(app.session.trainer.epochCount == 0)
    app.press(.character("<"))
    #expect(app.notice == "This is where the run begins.")
    app.press(.character(">"), .character(">"), .character(">"))
    #expect(app.session.trainer.network.parameters == parameters)
    #expect(!text(app).contains("of 3 "))
    // At the end of the line the next epoch is trained.
    app.press(.character(">"))
    #expect(app.session.trainer.epochCount == 4 && app.notice == "Epoch 4 is complete.")
    app.press(.home)
    #expect(app.session.trainer.epochCount == 0)
    app.press(.end)
    #expect(app.session.trainer.epochCount == 4 && app.session.branches.count == 1)
    // Within an epoch its beginning comes first.
    app.press(.character("s"), .character("<"))
    #expect(app.session.trainer.epochCount == 4 && app.session.trainer.position == 0)
  }

  @Test func goingBackStopsPlaying() {
    var app = app(.character("e"), .character(" "))
    app.press(.character("<"))
    #expect(!app.isRunning && app.session.trainer.epochCount == 0)
  }

  @Test func aChangeInThePastBeginsABranchAndSaysSo() {
    let app = branched()
    #expect(app.session.branches.count == 2 && app.session.trainer.epochCount == 30)
    let seen = text(app)
    #expect(seen.contains("1  branch") || seen.contains("1  run"))
    #expect(seen.contains("2  branch") && seen.contains("2 branches"))
  }

  @Test func branchesAreChosenSwitchedNamedAndDeleted() {
    var app = branched()
    app.press(history, .up)
    #expect(text(app, small).contains("enter goes there"))
    app.press(.enter)
    #expect(app.session.presentBranch == 1 && app.session.trainer.epochCount == 40)
    app.press(.character("i"))
    app.type("slow")
    app.press(.enter)
    #expect(app.session.name(ofBranch: 1) == "slow" && text(app).contains("1  slow"))
    app.press(.character("X"))
    #expect(app.notice == "You are on this branch; go to another one to delete it.")
    app.press(.down, .character("X"))
    #expect(app.session.branches.map(\.number) == [1])
    app.press(.character("u"))
    #expect(app.session.branches.map(\.number) == [1, 2])
    app.press(.character("a"))
    #expect(app.session.branches.count == 3 && app.session.presentBranch == 3)
  }

  @Test func anEpochIsTyped() {
    var app = branched()
    app.press(history, .enter)
    #expect(app.playground?.isTyping == true)
    app.type("7")
    app.press(.enter)
    #expect(app.session.trainer.epochCount == 7)
    app.press(.enter)
    app.type("many")
    app.press(.enter)
    #expect(app.notice == "Expected an epoch such as 40.")
    app.press(.escape, .left)
    #expect(app.session.trainer.epochCount == 6)
    app.press(.character("."))
    #expect(app.session.trainer.position > 0)
    app.press(.character(","), .character(","))
    #expect(app.session.trainer.epochCount == 5 && app.session.trainer.position > 0)
  }

  @Test func branchesAreCompared() {
    var app = branched()
    app.press(history, .up, .character("n"))
    let seen = text(app)
    #expect(seen.contains("branch 1 beside branch 2, where you are"))
    #expect(seen.contains("rate: 0.03 there, 0.3 here"))
    #expect(seen.contains("Loss after 30 epochs"))
    app.press(.down)
    #expect(text(app).contains("epoch 12: rate 0.3"))
  }

  @Test func theTrackAnswersToTheMouse() throws {
    var app = branched()
    app.press(history)
    let spots = app.view(size: wide, capabilities: .full, answersToMouse: true).hotspots
    let axes = spots.compactMap { spot -> (Rectangle, HistoryAxis)? in
      guard case .branch(2, let axis)? = spot.target as? HistoryView.Spot else { return nil }
      return (spot.area, axis)
    }
    let axis = try #require(axes.first)
    _ = app.update(.resized(wide, .full))
    app.mouse(.press, Point(x: axis.1.column(of: 20), y: axis.0.y))
    #expect(abs(app.session.trainer.epochCount - 20) <= 1)
    app.mouse(.drag, Point(x: axis.1.column(of: 5), y: axis.0.y))
    #expect(abs(app.session.trainer.epochCount - 5) <= 1)
    app.mouse(.release, Point(x: axis.1.column(of: 5), y: axis.0.y))
    #expect(app.session.branches.count == 2)
    app.mouse(.wheelUp, Point(x: axis.1.column(of: 5), y: axis.0.y))
    #expect(app.session.trainer.epochCount > 4)
  }

  @Test(arguments: [wide, small])
  func otherBranchesAreSeenBehindTheLoss(_ size: Size) {
    var app = branched()
    let palette = Palette(.full)
    func overlaid(_ app: App) -> Int {
      let canvas = app.view(size: size, capabilities: .full)
      return canvas.cells.count { cell in
        guard let code = cell.glyph?.unicodeScalars.first?.value else { return false }
        return cell.foreground == palette.muted && code > 0x2800 && code < 0x2900
      }
    }
    app.press(.character("4"))
    #expect(overlaid(app) > 5)
    app.press(history)
    #expect(overlaid(app) > 5)
    app.session.apply(.deleteBranch(1))
    #expect(overlaid(app) == 0)
    // What lies ahead is seen as well.
    app.press(.character("<"), .character("<"), .character("<"), .character("<"))
    #expect(overlaid(app) > 0)
  }

  @Test(arguments: allCapabilities)
  func itIsDrawnAtAnySize(_ capabilities: Capabilities) {
    var app = branched()
    app.press(history)
    for size in [(80, 24), (100, 30), (120, 40), (200, 60)] {
      for page in 0..<2 {
        let canvas = app.view(
          size: Size(width: size.0, height: size.1), capabilities: capabilities)
        if capabilities.glyphs == .ascii {
          #expect(canvas.cells.allSatisfy { $0.glyph?.isASCII ?? true })
        }
        if page == 0 { app.press(.character("n")) }
      }
    }
  }
}
