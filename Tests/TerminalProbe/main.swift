// Shows what the terminal module does: its size and colours, and every event, a line each. Started by
// the life-cycle tests, and worth a look by hand in a new kind of terminal.
//
// q quits · f fatalError · i index out of range · x exit without closing · w a line to standard error
// · b busy: frame after frame until the next key · p shows the cursor · m takes or leaves the mouse

import Drawing
import Glibc
import Terminal

var options = NcursesScreen.Options(environment: environment())
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
  switch argument {
  case "--color": options.color = arguments.popFirst().flatMap(ColorDepth.init)
  case "--glyphs": options.glyphs = arguments.popFirst().flatMap(GlyphSet.init)
  case "--no-mouse": options.mouse = false
  default: break
  }
}

do throws(TerminalError) {
  let status = try run(options)
  exit(status)
} catch {
  complain("terminal-probe: \(error)")
  exit(2)
}

@MainActor func run(_ options: NcursesScreen.Options) throws(TerminalError) -> Int32 {
  var screen = try NcursesScreen(options)
  var picture = Picture()
  var hasMouse = options.mouse
  while true {
    screen.present(picture.draw(size: screen.size, capabilities: screen.capabilities))
    guard let event = screen.nextEvent(timeout: picture.isBusy ? .zero : .seconds(3600)) else {
      continue
    }
    picture.isBusy = false
    picture.note(event)
    switch event {
    case .terminated(let signal): return 128 + signal
    case .key(.character("q")): return 0
    case .key(.character("f")): fatalError("last words of the probe")
    case .key(.character("i")): picture.events = [picture.events[picture.events.count]]
    case .key(.character("x")): exit(3)
    case .key(.character("w")): complain("a line to standard error")
    case .key(.character("b")): picture.isBusy = true
    case .key(.character("p")): picture.isCursorShown.toggle()
    case .key(.character("m")):
      hasMouse.toggle()
      screen.setMouse(hasMouse)
    default: break
    }
  }
}

func complain(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  unsafe bytes.withUnsafeBytes { _ = unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

func environment() -> [String: String] {
  let names = ["TERM", "COLORTERM", "NO_COLOR", "TMUX", "LC_ALL", "LC_CTYPE", "LANG"]
  return names.reduce(into: [:]) { result, name in
    result[name] = unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}
