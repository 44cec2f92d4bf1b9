import Drawing
import Glibc
import TestSupport
import Testing

/// The program under random keys, mouse reports and sizes.
@Suite("A monkey in a terminal")
struct MonkeyTests {
  private static let table = """
    height,weight,kind
    1.5,60,cat
    2.5,70,dog
    0.5,10,cat
    3.5,,dog
    4,95,cow

    """

  private func start(_ folder: TemporaryFolder, _ size: Size) throws -> PtySession {
    let session = try PtySession(
      ProcessStart.product("percept"), size: size, environment: folder.environment,
      folder: folder.path)
    _ = try session.waitIfRunning(for: "q quit")
    return session
  }

  /// Expects an end as by a person's wish, with the terminal given back.
  private func expectEnd(_ session: PtySession, _ told: Comment) throws {
    #expect(try session.waitForEnd() == .exited(0), "\(told)\n\(session.text)")
    #expect(session.pty.modes == .normal, told)
    #expect(session.pty.terminal.modes.contains(25), told)
  }

  @Test("Nothing stops it answering, and it gives the terminal back", arguments: 0..<2)
  func anything(_ number: Int) throws {
    let told: Comment = "PERCEPT_MONKEY_SEED=\(MonkeySeed.value), run \(number)"
    print(told)
    var monkey = Monkey(number)
    let folder = try TemporaryFolder()
    try folder.write(Self.table, to: "table.csv")
    try folder.write("a,b\n1,\"2\n", to: "broken.csv")
    var session = try start(folder, Size(width: 80, height: 24))
    for _ in 0..<200 {
      let size = monkey.size()
      session.resize(to: size)
      try session.send((0..<50).flatMap { _ in monkey.bytes(on: size) })
      // Whatever is open, a screen too small is told its size: so it still answers.
      let small = Size(width: 40 + monkey.below(40), height: 4 + monkey.below(19))
      session.resize(to: small)
      if try session.waitIfRunning(for: "It has \(small.width)×\(small.height) cells") { continue }
      try expectEnd(session, told)
      session = try start(folder, Size(width: 80, height: 24))
    }
    session.send("\u{3}")
    try expectEnd(session, told)
    #expect(!session.text.contains("percept"), told)
  }
}
