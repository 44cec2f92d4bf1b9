/// How well a few letters fit a text in which they stand in this order, with others between.
enum FuzzyMatch {
  /// The larger the better; nil if the letters do not stand in the text in this order. Words of the
  /// query may stand in any order. Beginnings of words, and letters that follow each other, count
  /// more; so do shorter texts.
  static func score(of query: String, in text: String) -> Int? {
    let letters = Array(text.lowercased())
    var total = 0
    for word in query.lowercased().split(separator: " ") {
      guard let score = score(ofWord: Array(word), in: letters) else { return nil }
      total += score
    }
    return total * 4 - letters.count / 8
  }

  private static func score(ofWord word: [Character], in letters: [Character]) -> Int? {
    // Every place where the word may begin is tried: the first letter alone tells little.
    letters.indices.filter { letters[$0] == word[0] }
      .compactMap { score(ofWord: word, in: letters, from: $0) }.max()
  }

  private static func score(
    ofWord word: [Character], in letters: [Character], from start: Int
  ) -> Int? {
    var score = 0
    var place = start
    var last: Int?
    for letter in word {
      func beginsWord(_ index: Int) -> Bool {
        index == 0 || !(letters[index - 1].isLetter || letters[index - 1].isNumber)
      }
      // A letter follows the one before, or begins a word: letters scattered over a sentence are
      // no match that anybody meant.
      let next =
        place < letters.count && letters[place] == letter
        ? place
        : letters.indices.dropFirst(place).first { letters[$0] == letter && beginsWord($0) }
      guard let found = next else { return nil }
      score += 1 + (beginsWord(found) ? 6 : 0) + (last == found - 1 ? 8 : 0)
      if let last { score -= min(3, found - last - 1) }
      last = found
      place = found + 1
    }
    return score
  }
}
