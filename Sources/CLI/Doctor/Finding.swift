/// What was found of one thing that the program needs or makes use of.
struct Finding: Equatable {
  /// What it is part of, in the order of the report.
  enum Area: String, CaseIterable {
    case terminal, colours, characters, files, machine
  }

  /// How it stands.
  enum State: String {
    /// As it should be.
    case good
    /// The program runs, but something could be better.
    case warning
    /// It keeps the program from working.
    case problem
  }

  let area: Area
  /// Its short name, which is the same in every report.
  let name: String
  /// What was found, for programs: a word or a number; nil if nothing was.
  let value: String?
  var state = State.good
  /// What was found, for a person, without an end mark.
  let text: String
  /// One line: what to set or to type, and where; nil if there is nothing to do.
  var remedy: String?
}
