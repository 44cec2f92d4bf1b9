import Drawing
import Labs
import Terminal

/// What there is to say of the terminal: of its name, of what stands before it, of its size.
struct TerminalExamination {
  let facts: Facts

  private var environment: [String: String] { facts.environment }
  private var terminal: TerminalFindings { facts.terminal }

  var findings: [Finding] {
    [streams, name, way, multiplexer, size, mouse].compactMap { $0 }
  }

  private func finding(
    _ name: String, _ value: String?, _ text: String, _ state: Finding.State = .good,
    remedy: String? = nil
  ) -> Finding {
    Finding(
      area: .terminal, name: name, value: value, state: state, text: text, remedy: remedy)
  }

  private var streams: Finding {
    guard terminal.hasTerminal else {
      return finding(
        "streams", "none", "there is no terminal, which the playground needs", .problem,
        remedy: "run it in a terminal window; with ssh: ssh -t HOST percept")
    }
    switch (terminal.isInputTerminal, terminal.isOutputTerminal) {
    case (true, true):
      return finding("streams", "terminal", "standard input and output are the terminal")
    case (false, true):
      return finding("streams", "output", "standard input is not the terminal just now", .warning)
    case (true, false):
      return finding("streams", "input", "standard output is not the terminal just now", .warning)
    case (false, false):
      return finding(
        "streams", "elsewhere", "standard input and output are not the terminal just now", .warning)
    }
  }

  private var name: Finding {
    let term = environment["TERM", default: ""]
    let usual = "export TERM=xterm-256color"
    switch terminal.problem {
    case .unnamedTerminal:
      return finding("name", nil, "TERM is not set", .problem, remedy: usual)
    case .unknownTerminal:
      return finding(
        "name", term, "TERM is “\(term)”, of which this machine has no description", .problem,
        remedy: usual + ", or: apt install ncurses-term")
    case .cannotMoveCursor:
      return finding(
        "name", term, "TERM is “\(term)”, a terminal that cannot move its cursor", .problem,
        remedy: "\(usual), if the terminal can do more than that")
    case .some(let problem):
      return finding("name", term, problem.description, .problem)
    case nil:
      guard let description = terminal.description, description != term else {
        return finding("name", term, "TERM is \(term), which this machine describes")
      }
      return finding(
        "name", term,
        "TERM is \(term), of which this machine has no description; that of \(description) stands in",
        .warning, remedy: "at home: infocmp -x \(term) | ssh HOST tic -x -")
    }
  }

  private var way: Finding? {
    let names = ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"]
    guard names.contains(where: { environment[$0, default: ""] != "" }) else { return nil }
    return finding("ssh", "yes", "reached over ssh")
  }

  private var multiplexer: Finding? {
    let term = environment["TERM", default: ""]
    if environment["TMUX", default: ""] != "" {
      guard term.hasPrefix("tmux") else {
        return finding(
          "tmux", "yes", "runs in tmux, whose TERM should begin with tmux", .warning,
          remedy: "set -g default-terminal \"tmux-256color\"   in ~/.tmux.conf")
      }
      if let time = facts.tmux?.escapeTime, time > 100 {
        return finding(
          "tmux", "yes", "runs in tmux, which holds the escape key back for \(time) ms", .warning,
          remedy: "set -sg escape-time 10   in ~/.tmux.conf")
      }
      return finding("tmux", "yes", "runs in tmux")
    }
    guard environment["STY", default: ""] != "" else { return nil }
    guard term.contains("256color") else {
      return finding(
        "screen", "yes", "runs in GNU screen with few colours", .warning,
        remedy: "term screen-256color   in ~/.screenrc")
    }
    return finding("screen", "yes", "runs in GNU screen")
  }

  private var size: Finding? {
    guard terminal.hasTerminal else { return nil }
    let least = App.minimumSize
    let needed = "\(least.width)×\(least.height) are needed"
    guard let size = terminal.size else {
      return finding(
        "size", nil, "the terminal does not tell its size; \(needed)", .warning,
        remedy: "stty cols 120 rows 40, with the size that the window has")
    }
    let fits = size.width >= least.width && size.height >= least.height
    return finding(
      "size", "\(size.width)x\(size.height)",
      "\(size.width)×\(size.height) columns and rows; \(needed)", fits ? .good : .problem,
      remedy: fits ? nil : "enlarge the window, or choose a smaller font")
  }

  private var mouse: Finding {
    guard facts.hasMouse else {
      return finding("mouse", "off", "left to the terminal, as the settings have it")
    }
    guard environment["TERM"] != "linux" else {
      return finding("mouse", "none", "the Linux console tells of none; every key works")
    }
    return finding(
      "mouse", "on", "taken; hold shift to select text")
  }
}
