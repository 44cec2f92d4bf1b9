import ArgumentParser

/// What a command says to a person beside its result, on standard error.
struct TalkOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say nothing but results and errors.")
  var quiet = false

  /// Says something that is no error, in a line of its own.
  func say(_ line: String) {
    guard !quiet else { return }
    Percept.complain(line, prefix: "")
  }

  /// Says what is worth knowing about something that went well, such as a remark on a link.
  func remark(_ line: String) {
    guard !quiet else { return }
    Percept.complain(line)
  }
}
