extension String {
  /// Fit to be shown in a sentence: not longer than `limit` characters, and without signs that a
  /// terminal takes for orders.
  package func shown(limit: Int = 40) -> String {
    var text = ""
    var count = 0
    for character in self {
      // Any number of accents make one character.
      guard count < limit, character.unicodeScalars.count <= 16 else { return text + "…" }
      count += 1
      text.append(character.isShowable ? character : "\u{FFFD}")
    }
    return text
  }
}

extension Character {
  fileprivate var isShowable: Bool {
    unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
        .paragraphSeparator:
        false
      default: true
      }
    }
  }
}
