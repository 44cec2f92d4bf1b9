import Drawing
import Testing

/// The program driven by keys, step after step, each seen on the screen.
@Suite("Percept driven by keys")
struct DriveTests {
  @Test("Every digit shows its view, and n goes through its pages")
  func views() throws {
    let driver = try Driver()
    try driver.press("1", toSee: "Map: arrows move a probe")
    try driver.press("\u{1B}[C\u{1B}[C", toSee: "x₁ 0.25")
    try driver.press("2", toSee: "Layer 2 by unit 1 and unit 2")
    try driver.press("\u{1B}[A", toSee: "Layer 1")
    try driver.press("3", toSee: "n what is behind")
    try driver.press("n", toSee: "Behind the lines: the output")
    try driver.press("n", toSee: "Behind the lines: nothing")
    try driver.press("4", toSee: "Loss: n what is shown")
    try driver.press("n", toSee: "4 Loss and penalty")
    try driver.press("n", toSee: "4 Accuracy")
    try driver.press("5", toSee: "Layers · next step")
    try driver.press("n", toSee: "Layers · over time")
    try driver.press("n", toSee: "Layers · histograms")
    try driver.press("N", toSee: "Layers · over time")
    try driver.press("6", toSee: "Scores by share")
    let overview = driver.session.line(1)
    try driver.press("n", toSee: "Found against false alarms")
    #expect(driver.session.line(1) != overview)
    try driver.press("7", toSee: "choose a row, ←→ a column")
    try driver.press("\u{1B}[B", toSee: "L1 unit 1")
    try driver.press("8", toSee: "Curve · output")
    try driver.press("n", toSee: "Curve · units")
    try driver.press("n", toSee: "Curve · contributions")
    try driver.press("1", toSee: "1 Output")
    try driver.press("v", toSee: "Beside it: the network.")
    try driver.press("v", toSee: "Beside it: Space")
    #expect(driver.session.text.contains("─ Space"))
    #expect(!driver.session.text.contains("Network 2·4·2·1"))
    try driver.leave()
  }

  @Test("A step is walked through under the microscope, taken, gone back to and on again")
  func microscope() throws {
    let driver = try Driver()
    try driver.press("9", toSee: "Sample 1 comes in")
    try driver.press("s", toSee: "Sample 1 forward, layer 1 unit 1")
    try driver.press("\u{1B}[C\u{1B}[C\u{1B}[C", toSee: "Sample 1, its loss")
    try driver.press("\u{1B}[C", toSee: "Sample 1 back")
    try driver.press("\r", toSee: "Step 1 is taken")
    #expect(driver.session.line(0).contains("step 1"))
    try driver.press("\u{1B}[D", toSee: "Back at step 0 (epoch 0)")
    try driver.press("\r", toSee: "Step 1 is taken")
    try driver.press("g", toSee: "g or esc goes back")
    try driver.press("g", toSee: "Update, layer 1 unit 1")
    try driver.leave()
  }

  @Test("Epochs are gone back to, a change begins a branch, and both are compared")
  func time() throws {
    let driver = try Driver()
    for epoch in 1...3 { try driver.press("e", toSee: "Epoch \(epoch) is complete") }
    try driver.press("<", toSee: "Back at epoch 2.")
    #expect(driver.session.line(0).contains("epoch 2 of 3"))
    try driver.press(">", toSee: "At epoch 3.")
    try driver.press("<<", toSee: "Back at epoch 1.")
    try driver.press("X", toSee: "Choose a unit")
    try driver.press("iX", toSee: "Killed: layer 1 unit 1")
    try driver.press("H", toSee: "go in time")
    try driver.press("n", toSee: "kill layer 1 unit 1")
    try driver.press("e", toSee: "Epoch 2 is complete")
    try driver.leave()
  }

  @Test("Landscape, luck, comparison, truth and health are worked out and told")
  func studies() throws {
    let driver = try Driver()
    try driver.press("e", toSee: "Epoch 1 is complete")
    try driver.press("L", toSee: "sharpness")
    try driver.press("n", toSee: "Landscape · random 2")
    try driver.press("U", toSee: "enter starts")
    try driver.press("\r", toSee: "other seeds reached it")
    // Its end is told as well, and would take the place of what is waited for next.
    try driver.session.wait(for: "Done: ")
    try driver.press("A", toSee: "B is a copy of A")
    try driver.press("%", toSee: "A is yours")
    try driver.press("EE", toSee: "omparison")
    try driver.press("b", toSee: "best boundary")
    try driver.press("!", toSee: "unscaled inputs")
    try driver.leave()
  }

  @Test("? explains, K and P show code, and a race is run and left")
  func learns() throws {
    let driver = try Driver()
    try driver.press("?", toSee: "all keys")
    driver.session.send("\u{1B}")
    try driver.session.wait(forAbsenceOf: "? all keys")
    try driver.press("K", toSee: "K Keras")
    try driver.press("P", toSee: "P PyTorch")
    try driver.press("D", toSee: "Descent · ")
    try driver.press("s", toSee: "step 1 ")
    try driver.press("n", toSee: "Descent · beale")
    try driver.press(" ", toSee: "racing")
    try driver.press("D", toSee: "P PyTorch")
    try driver.leave()
  }

  @Test("A unit is inspected, its bias typed, nudged, zeroed, frozen; all undone and redone")
  func inspects() throws {
    let driver = try Driver()
    try driver.press("i", toSee: "Layer 1 unit 1:")
    try driver.press("\u{1B}[B", toSee: "Layer 1 unit 2:")
    try driver.press("\u{1B}[C", toSee: "Layer 2 unit")
    try driver.press("\r", toSee: "Bias of layer 2 unit")
    try driver.press("\r", toSee: " = _")
    try driver.press("0.5\r", toSee: "to 0.5.")
    try driver.press(".", toSee: "to 0.55.")
    try driver.press(",", toSee: "to 0.49.")
    try driver.press("0", toSee: "to 0.0.")
    try driver.press("f", toSee: "Frozen: no step changes ")
    try driver.press("\u{1B}", toSee: "enter its weights")
    try driver.press("X", toSee: "Killed: ")
    try driver.press("u", toSee: "Undid: kill")
    try driver.press("\u{12}", toSee: "Redid: kill")
    try driver.press("X", toSee: "Revived: ")
    try driver.press("uuuuuuu", toSee: "Nothing to undo.")
    try driver.leave()
  }

  @Test("The palette finds commands, settings and presets by typing; help scrolls")
  func finds() throws {
    let driver = try Driver()
    try driver.press(":", toSee: "Commands, settings, presets and exercises")
    try driver.press("input noise", toSee: "set input noise")
    try driver.press("\r", toSee: "▸input noise")
    try driver.press("\u{10}open spi", toSee: "▸ open spiral: Spiral")
    try driver.press("\r", toSee: "Opened Spiral; u goes back")
    #expect(driver.session.line(0).contains("Spiral · seed"))
    try driver.press("u", toSee: "Back to Circle, as it was")
    try driver.press(":epoch 0 same\r", toSee: "Back to epoch 0 with the same weights.")
    try driver.press("?", toSee: "course")
    try driver.press("?", toSee: "start or pause training")
    try driver.press("\u{1B}[F", toSee: "record the session into a file, or stop")
    #expect(!driver.session.text.contains("start or pause training"))
    try driver.press("\u{1B}[H", toSee: "start or pause training")
    driver.session.send("\u{1B}")
    try driver.session.wait(forAbsenceOf: "start or pause training")
    try driver.leave()
  }

  @Test("Points are put, given another class, caught in a lasso and erased by keys")
  func draws() throws {
    let driver = try Driver()
    try driver.press("p", toSee: "Drawing class")
    try driver.press("\r", toSee: "Added 1 point")
    #expect(driver.session.line(0).contains("by hand"))
    try driver.press("\u{1B}[C\u{1B}[A", toSee: "at (0.3, 0.3)")
    try driver.press("f", toSee: "another label")
    try driver.press("\u{7F}", toSee: "away; the weights stay")
    try driver.press("b", toSee: "6 points at")
    try driver.press("y", toSee: "Lasso of 1 corner ")
    try driver.press("\u{1B}[A\u{1B}[A\u{1B}[Ay", toSee: "Lasso of 2 corners")
    try driver.press("\u{1B}[D\u{1B}[D\u{1B}[Dy", toSee: "Lasso of 3 corners")
    try driver.press("\u{1B}[B\u{1B}[B\u{1B}[B\u{1B}[C\u{1B}[C\u{1B}[Cy", toSee: "lasso is closed")
    try driver.press("f", toSee: "another label")
    try driver.press("\u{1B}", toSee: "Drawing class")
    try driver.press("p", toSee: "space play")
    try driver.press("u", toSee: "Undid: relabel")
    try driver.leave()
  }

  @Test("Projector, spotlight, colours: each there and back")
  func shows() throws {
    let driver = try Driver()
    try driver.press("B", toSee: "test accuracy %")
    driver.session.send("B")
    try driver.session.wait(forAbsenceOf: "test accuracy %")
    try driver.press("S", toSee: "The whole screen for one view")
    #expect(!driver.session.text.contains("Overfitting"))
    try driver.press("S", toSee: "All panels are back.")
    #expect(driver.session.text.contains("Overfitting"))
    func cells(_ terminal: VirtualTerminal) -> [ScreenCell] {
      (2..<30).flatMap { row in (80..<118).map { terminal.cell(row: row, column: $0) } }
    }
    let before = cells(driver.session.pty.terminal)
    driver.session.send("T")
    try driver.session.wait("other colours") { cells($0) != before }
    try driver.leave()
    #expect(driver.folder.read("config/percept/settings.yaml")?.contains("theme: okabe") == true)
  }

  @Test("While it trains, the window may have any size")
  func resizes() throws {
    let driver = try Driver()
    try driver.press("++ ", toSee: "▶ training")
    for (width, height) in [(80, 24), (200, 60), (30, 5), (1, 1), (81, 25), (120, 40)] {
      driver.session.resize(to: Size(width: width, height: height))
      if width >= 80 { try driver.session.wait(for: "q quit") }
    }
    let title = driver.session.line(0)
    try driver.session.wait("another epoch") { $0.line(0) != title && $0.text.contains("epoch") }
    try driver.press(" ", toSee: "paused")
    try driver.leave()
  }
}
