import Drawing
import Testing

/// Percept in a terminal and a folder of its own, driven as a person would.
final class Driver {
  let folder: TemporaryFolder
  let session: PtySession

  /// The program, its first picture shown.
  init(_ arguments: [String] = [], size: Size = Size(width: 120, height: 40)) throws {
    folder = try TemporaryFolder()
    session = try PtySession(
      ProcessStart.product("percept"), arguments: arguments, size: size,
      environment: folder.environment, folder: folder.path)
    try session.wait(for: "q quit")
  }

  /// Types, and waits for a text that was not there before.
  func press(_ keys: String, toSee text: String, _ place: SourceLocation = #_sourceLocation) throws
  {
    #expect(!session.text.contains(text), "it is there already", sourceLocation: place)
    session.send(keys)
    try session.wait(for: text)
  }

  /// Sends a report of the mouse, and waits for a text that was not there before.
  func mouse(
    _ code: Int, _ point: Point, isRelease: Bool = false, toSee text: String,
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    try press(report(code, point, isRelease: isRelease), toSee: text, place)
  }

  /// Presses and lets go of the left button.
  func click(_ point: Point, toSee text: String, _ place: SourceLocation = #_sourceLocation) throws
  {
    try press(report(0, point) + report(0, point, isRelease: true), toSee: text, place)
  }

  /// What a terminal sends: button 0, motion with it 32, motion alone 35, the wheel 64 and 65.
  func report(_ code: Int, _ point: Point, isRelease: Bool = false) -> String {
    "\u{1B}[<\(code);\(point.x + 1);\(point.y + 1)\(isRelease ? "m" : "M")"
  }

  /// Where a text stands first, from the top.
  func place(of text: String, after column: Int = 0) throws -> Point {
    for row in 0..<session.pty.terminal.size.height {
      let letters = Array(session.line(row))
      let wanted = Array(text)
      guard letters.count >= wanted.count else { continue }
      for start in column...max(column, letters.count - wanted.count)
      where letters.dropFirst(start).prefix(wanted.count).elementsEqual(wanted) {
        return Point(x: start, y: row)
      }
    }
    throw PtySession.Failure(description: "there is no “\(text)” on the screen\n\(session.text)")
  }

  /// The cell in the middle of the first place on a row of a size, from a column on, where both halves
  /// are painted: that of a map.
  func firstPainted(rows: Range<Int>, columns: Range<Int>) throws -> Point {
    for row in rows {
      for column in columns where session.cell(row: row, column: column).background != .standard {
        return Point(x: column, y: row)
      }
    }
    throw PtySession.Failure(description: "nothing is painted there\n\(session.text)")
  }

  /// Leaves, and expects a clean terminal.
  func leave(_ place: SourceLocation = #_sourceLocation) throws {
    session.send("\u{3}")
    #expect(try session.waitForEnd() == .exited(0), sourceLocation: place)
    #expect(session.pty.modes == .normal, sourceLocation: place)
  }
}
