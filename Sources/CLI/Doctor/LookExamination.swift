import Drawing
import Terminal

/// What there is to say of colours and characters.
struct LookExamination {
  let facts: Facts

  private var environment: [String: String] { facts.environment }
  private var terminal: TerminalFindings { facts.terminal }

  var findings: [Finding] { [depth, tmux, background, locale, glyphs].compactMap { $0 } }

  // MARK: Colours

  private var depth: Finding? {
    guard let reason = terminal.reason else { return nil }
    let (why, remedy) = explained(reason)
    let isFew = terminal.depth != .direct && terminal.depth != .indexed256
    let isWanted = reason == .noColor || reason == .requested
    return Finding(
      area: .colours, name: "depth", value: terminal.depth.rawValue,
      state: isFew && !isWanted ? .warning : .good,
      text: "\(Self.name(of: terminal.depth)): \(why)",
      remedy: remedy)
  }

  private static func name(of depth: ColorDepth) -> String {
    switch depth {
    case .mono: "none"
    case .eight: "8 colours"
    case .sixteen: "16 colours"
    case .indexed256: "256 colours"
    case .direct: "exact colours"
    }
  }

  private func explained(_ reason: ColorReason) -> (why: String, remedy: String?) {
    let term = environment["TERM", default: ""]
    switch reason {
    case .requested: return ("as was asked for", nil)
    case .noColor: return ("NO_COLOR is set", "unset NO_COLOR, for colours")
    case .tmux: return ("tmux takes them", nil)
    case .directName: return ("TERM says so", nil)
    case .colorterm(let value): return ("COLORTERM is \(value)", nil)
    case .described(let count):
      let said = environment["COLORTERM", default: ""]
      let why =
        "the description of \(terminal.description ?? term) has \(count)"
        + (said.isEmpty ? "" : ", and COLORTERM is \(said)")
      return (why, remedy(count, term))
    }
  }

  private func remedy(_ count: Int, _ term: String) -> String? {
    if term == "linux" { return nil }
    if environment["STY", default: ""] != "" { return nil }
    if count < 256 {
      let better = term.hasPrefix("screen") ? "screen-256color" : "xterm-256color"
      return "export TERM=\(better), if the terminal shows 256"
    }
    return "export COLORTERM=truecolor, if the terminal shows exact colours"
  }

  private var tmux: Finding? {
    guard let client = facts.tmux, terminal.depth == .direct else { return nil }
    guard !client.hasExactColors else {
      return Finding(
        area: .colours, name: "tmux", value: "RGB",
        text: "tmux hands exact colours on to \(client.terminal)")
    }
    return Finding(
      area: .colours, name: "tmux", value: "256", state: .warning,
      text: "tmux hands the nearest of 256 colours on to \(client.terminal)",
      remedy:
        "set -as terminal-features \",\(client.terminal):RGB\"   in ~/.tmux.conf, if it shows them")
  }

  private var background: Finding {
    let isKnown = terminal.ground != .unknown
    return Finding(
      area: .colours, name: "background", value: terminal.ground.rawValue,
      text: isKnown
        ? terminal.ground.rawValue
        : "not told by the terminal; text has colours that suit dark and light",
      remedy: isKnown ? nil : "--background dark or light, for better ones")
  }

  // MARK: Characters

  private var locale: Finding {
    let variable = ["LC_ALL", "LC_CTYPE", "LANG"].first { environment[$0, default: ""] != "" }
    let said = variable.map { "\($0) is \(environment[$0, default: ""])" } ?? "no locale is set"
    func finding(_ text: String, _ state: Finding.State) -> Finding {
      Finding(
        area: .characters, name: "locale", value: terminal.codeset, state: state, text: text,
        remedy: state == .good ? nil : "export LC_ALL=C.UTF-8")
    }
    if terminal.codeset == "UTF-8" { return finding("UTF-8: \(said)", .good) }
    guard terminal.hasUnicode else {
      return finding("\(terminal.codeset), which is not UTF-8: \(said)", .warning)
    }
    let isNamed = variable.map { !["C", "POSIX"].contains(environment[$0, default: ""]) } ?? false
    return finding(
      "\(said), \(isNamed ? "which is not installed here" : "which says nothing of the terminal");"
        + " UTF-8 is assumed", .warning)
  }

  private var glyphs: Finding {
    let text =
      switch terminal.glyphs {
      case .braille: "braille, half blocks and box drawing"
      case .blocks: "half blocks and box drawing, without braille"
      case .ascii: "ASCII alone"
      }
    return Finding(
      area: .characters, name: "pictures", value: terminal.glyphs.rawValue,
      text: text
        + (terminal.glyphs == .braille ? "; if they show as boxes: --graph blocks" : ""))
  }
}
