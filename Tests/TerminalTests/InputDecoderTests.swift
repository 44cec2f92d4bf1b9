import Drawing
import Testing

@testable import Terminal

/// The events of one batch of bytes, decoded without help from ncurses.
private func decode(_ batches: String...) -> [ScreenEvent] {
  var decoder = InputDecoder()
  var queue = EventQueue()
  for batch in batches {
    for byte in batch.utf8 { decoder.decode(Int32(byte), into: &queue) }
    decoder.endOfBatch(into: &queue)
  }
  return drain(&queue)
}

private func drain(_ queue: inout EventQueue) -> [ScreenEvent] {
  var events: [ScreenEvent] = []
  while let event = queue.next() { events.append(event) }
  return events
}

@Suite("Reading keys and the mouse")
struct InputDecoderTests {
  @Test(
    "Every key has its bytes, whichever terminal sends them",
    arguments: [
      ("a", Key.character("a")), ("Z", .character("Z")), (" ", .character(" ")),
      ("é", .character("é")), ("日", .character("日")), ("🟠", .character("🟠")),
      ("\r", .enter), ("\n", .enter), ("\u{1B}OM", .enter), ("\t", .tab), ("\u{1B}[Z", .backTab),
      ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{1B}", .escape),
      ("\u{1}", .control("a")), ("\u{3}", .control("c")), ("\u{1A}", .control("z")),
      ("\u{0}", .control(" ")), ("\u{1C}", .control("\\")), ("\u{1F}", .control("_")),
      ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OB", .down),
      ("\u{1B}[C", .right), ("\u{1B}OC", .right), ("\u{1B}[D", .left), ("\u{1B}OD", .left),
      ("\u{1B}[1;5A", .up), ("\u{1B}[1;2D", .left),
      ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
      ("\u{1B}[F", .end), ("\u{1B}OF", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end),
      ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[6;5~", .pageDown),
      ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete),
      ("\u{1B}OP", .function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)),
      ("\u{1B}[1;2P", .function(1)), ("\u{1B}OS", .function(4)), ("\u{1B}[[E", .function(5)),
      ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)), ("\u{1B}[21~", .function(10)),
      ("\u{1B}[23~", .function(11)), ("\u{1B}[24~", .function(12)),
    ])
  func keys(bytes: String, key: Key) {
    #expect(decode(bytes) == [.key(key)])
  }

  @Test("Alt with a key is escape and then the key, also where that looks like a sequence")
  func alt() {
    #expect(decode("\u{1B}x") == [.key(.escape), .key(.character("x"))])
    #expect(decode("\u{1B}[") == [.key(.escape), .key(.character("["))])
    #expect(decode("\u{1B}O") == [.key(.escape), .key(.character("O"))])
    #expect(decode("\u{1B}\u{1B}[A") == [.key(.escape), .key(.up)])
  }

  @Test(
    "A sequence nobody knows is swallowed whole, never typed",
    arguments: [
      "\u{1B}[I", "\u{1B}[200~", "\u{1B}[97;5u", "\u{1B}[?62;4c", "\u{1B}Oz", "\u{1B}[99~",
      "\u{1B}[<0;1m", "\u{1B}[<1;2;3;4M", "\u{1B}[<:;2;3M", "\u{1B}[<99999999999;1;1M", "\u{9C}",
    ])
  func unknown(bytes: String) {
    #expect(decode(bytes + "k") == [.key(.character("k"))])
  }

  @Test("Bytes that are no UTF-8 are dropped, and what follows is read")
  func malformed() {
    var decoder = InputDecoder()
    var queue = EventQueue()
    for byte in [0xFF, 0xC3, 0x28, 0xE6, 0x97, 0x61, 0x80, 0xED, 0xA0, 0x80, 0x62] as [Int32] {
      decoder.decode(byte, into: &queue)
    }
    #expect(
      drain(&queue) == [
        .key(.character("(")), .key(.character("a")), .key(.character("b")),
      ])
  }

  @Test("Reports and characters may be cut anywhere")
  func cuts() {
    #expect(
      decode("\u{1B}[<0;1", "0;5", "M")
        == [.mouse(MouseEvent(.press, button: .left, at: Point(x: 9, y: 4)))])
    var decoder = InputDecoder()
    var queue = EventQueue()
    for byte in "日".utf8 {
      decoder.decode(Int32(byte), into: &queue)
      decoder.endOfBatch(into: &queue)
    }
    #expect(drain(&queue) == [.key(.character("日"))])
  }

  @Test(
    "A report of the mouse tells what, with which button, and where",
    arguments: [
      ("0;10;5M", MouseEvent(.press, button: .left, at: Point(x: 9, y: 4))),
      ("0;10;5m", MouseEvent(.release, button: .left, at: Point(x: 9, y: 4))),
      ("1;1;1M", MouseEvent(.press, button: .middle, at: Point(x: 0, y: 0))),
      ("2;300;200M", MouseEvent(.press, button: .right, at: Point(x: 299, y: 199))),
      ("32;3;4M", MouseEvent(.drag, button: .left, at: Point(x: 2, y: 3))),
      ("34;3;4M", MouseEvent(.drag, button: .right, at: Point(x: 2, y: 3))),
      ("35;3;4M", MouseEvent(.hover, button: .none, at: Point(x: 2, y: 3))),
      ("64;3;4M", MouseEvent(.wheelUp, button: .none, at: Point(x: 2, y: 3))),
      ("65;3;4M", MouseEvent(.wheelDown, button: .none, at: Point(x: 2, y: 3))),
      ("4;1;1M", MouseEvent(.press, button: .left, at: Point(x: 0, y: 0), shift: true)),
      ("16;1;1M", MouseEvent(.press, button: .left, at: Point(x: 0, y: 0), control: true)),
      ("0;0;0M", MouseEvent(.press, button: .left, at: Point(x: 0, y: 0))),
    ])
  func mouse(report: String, event: MouseEvent) {
    #expect(decode("\u{1B}[<" + report) == [.mouse(event)])
  }

  @Test("Wheels to the side and buttons without a name are dropped", arguments: [66, 67, 128, 129])
  func namelessButtons(code: Int) {
    #expect(decode("\u{1B}[<\(code);1;1M") == [])
  }

  @Test("The older form of reports is understood too")
  func oldForm() {
    #expect(
      decode("\u{1B}[M !!")
        == [.mouse(MouseEvent(.press, button: .left, at: Point(x: 0, y: 0)))])
    #expect(
      decode("\u{1B}[M##$")
        == [.mouse(MouseEvent(.release, button: .left, at: Point(x: 2, y: 3)))])
    #expect(
      decode("\u{1B}[MC#$")
        == [.mouse(MouseEvent(.hover, button: .none, at: Point(x: 2, y: 3)))])
  }

  @Test("Of the places the pointer passed only the last is told, with each button")
  func hovering() {
    let batch =
      "\u{1B}[<35;1;1M\u{1B}[<35;2;1M\u{1B}[<35;3;1M\u{1B}[<32;4;1M\u{1B}[<32;5;1M\u{1B}[<34;5;1M"
    #expect(
      decode(batch)
        == [
          .mouse(MouseEvent(.hover, button: .none, at: Point(x: 2, y: 0))),
          .mouse(MouseEvent(.drag, button: .left, at: Point(x: 4, y: 0))),
          .mouse(MouseEvent(.drag, button: .right, at: Point(x: 4, y: 0))),
        ])
  }

  @Test("What is clicked between two motions stays between them")
  func clicksStay() {
    let batch = "\u{1B}[<35;1;1M\u{1B}[<0;1;1M\u{1B}[<0;1;1m\u{1B}[<35;2;1M"
    let kinds = decode(batch).map { event in
      if case .mouse(let mouse) = event { mouse.kind } else { MouseEvent.Kind.wheelUp }
    }
    #expect(kinds == [.hover, .press, .release, .hover])
  }
}
