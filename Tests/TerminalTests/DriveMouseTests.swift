import Drawing
import Testing

/// The program driven by reports of the mouse, each seen on the screen.
@Suite("Percept driven by mouse")
struct DriveMouseTests {
  @Test("Tabs, hints and controls take a click, sliders a drag, numbers the wheel")
  func clicks() throws {
    let driver = try Driver()
    let tab = try driver.place(of: "·4·5")
    try driver.click(Point(x: tab.x + 1, y: tab.y), toSee: "Loss: n what is shown")
    try driver.click(driver.place(of: "s step"), toSee: "Step 1: 10 of 250 samples")
    try driver.click(driver.place(of: " optimizer"), toSee: "▸optimizer")
    let rate = try driver.place(of: " rate ")
    try driver.mouse(64, Point(x: rate.x + 2, y: rate.y), toSee: "▸rate      0.1 ")
    try driver.mouse(65, Point(x: rate.x + 2, y: rate.y), toSee: "▸rate      0.03 ")
    let noise = try driver.place(of: "noise       0 %")
    let slider = try driver.place(of: "●──────")
    #expect(slider.y == noise.y)
    driver.session.send(driver.report(0, slider))
    // Beside the slider, the drag goes on.
    try driver.mouse(32, Point(x: slider.x + 40, y: slider.y + 5), toSee: "▸noise       50 %")
    try driver.mouse(32, Point(x: slider.x, y: 0), toSee: "▸noise       0 %")
    driver.session.send(driver.report(0, slider, isRelease: true))
    try driver.press("u", toSee: "Undid: noise")
    try driver.leave()
  }

  @Test("The pointer reads units and the plane, and leaves again")
  func hovers() throws {
    let driver = try Driver(["--color", "direct"])
    let head = try driver.place(of: "‹4›")
    let unit = try driver.firstPainted(rows: 2..<30, columns: head.x + 1..<head.x + 2)
    try driver.mouse(35, unit, toSee: "1 layer 1 unit 1")
    try driver.mouse(35, Point(x: 100, y: 12), toSee: "· nearest ")
    driver.session.send(driver.report(35, Point(x: 0, y: 0)))
    try driver.session.wait(forAbsenceOf: "· nearest ")
    try driver.click(unit, toSee: "Layer 1 unit 1: enter")
    try driver.leave()
  }

  @Test("Points are drawn, erased and traced with the mouse")
  func draws() throws {
    let driver = try Driver()
    let corner = Point(x: 85, y: 4)
    try driver.press("p", toSee: "Drawing class")
    try driver.click(corner, toSee: "Added 1 point")
    driver.session.send(driver.report(0, Point(x: 88, y: 5)))
    for step in 1...3 { driver.session.send(driver.report(32, Point(x: 88 + 2 * step, y: 5))) }
    driver.session.send(driver.report(0, Point(x: 94, y: 5), isRelease: true))
    try driver.press("pp", toSee: "Drawing class")
    try driver.press(
      driver.report(2, corner) + driver.report(2, corner, isRelease: true),
      toSee: "Took 1 point away")
    try driver.press("y", toSee: "Lasso of 1 corner ")
    for point in [Point(x: 110, y: 4), Point(x: 110, y: 18), Point(x: 84, y: 18)] {
      // Of places passed between two pictures only the last is told.
      driver.session.send(driver.report(point.y == 4 ? 0 : 32, point))
      try driver.session.wait(forFrames: 1)
    }
    try driver.press(
      driver.report(0, Point(x: 84, y: 18), isRelease: true), toSee: "Lasso closed")
    try driver.press("\u{7F}", toSee: "away; the weights stay")
    try driver.leave()
  }

  @Test("M leaves the mouse to the terminal, and takes it back")
  func leavesTheMouse() throws {
    let driver = try Driver()
    #expect(driver.session.pty.terminal.modes.isSuperset(of: [1003, 1006]))
    try driver.press("M", toSee: "The mouse is the terminal's")
    #expect(!driver.session.pty.modes.hasMouse)
    try driver.press("M", toSee: "The mouse is Percept's")
    #expect(driver.session.pty.terminal.modes.isSuperset(of: [1003, 1006]))
    try driver.leave()
  }
}
