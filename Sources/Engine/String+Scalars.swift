extension String {
  /// The text with another one in the place of every scalar of a kind.
  ///
  /// For what other programs read: to them a quotation mark is one, though a mark that combines with it
  /// makes both one character of Swift, which would not be found.
  package func replacing(scalar: Unicode.Scalar, with text: String) -> String {
    var result = UnicodeScalarView()
    for other in unicodeScalars {
      if other == scalar {
        result.append(contentsOf: text.unicodeScalars)
      } else {
        result.append(other)
      }
    }
    return String(result)
  }
}
