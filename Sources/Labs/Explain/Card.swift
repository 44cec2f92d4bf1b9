/// What the explanation of one thing says, ready to be drawn.
struct Card: Equatable, Sendable {
  /// What is explained.
  var name: String
  /// What it is, in one or two plain sentences.
  var definition: String
  /// Its formula in the course's notation; empty for none.
  var formula = ""
  /// The formula with the numbers of this moment, line by line.
  var numbers: [String] = []
  /// What a larger value does; empty where that says nothing.
  var larger = ""
  /// What a smaller value does.
  var smaller = ""
  /// Where the course treats it.
  var course = ""
  /// Which key or view shows it.
  var seeIt = ""
  /// What can be read next.
  var related: [Topic] = []

  /// What stands beside a label, in the order of the card.
  var rows: [(label: String, text: String)] {
    [
      ("formula", formula), ("now", numbers.joined(separator: "\n")), ("larger", larger),
      ("smaller", smaller), ("course", course), ("see it", seeIt),
    ].filter { !$1.isEmpty }
  }
}
