import Drawing

/// The line above the keys, as wide as it is on the smallest screen.
enum NoticeLine {
  /// Its columns.
  static let width = 78

  /// The first of some ways to say a thing that has room; the last one if none has.
  static func fitting(_ variants: [String]) -> String {
    variants.first { columnWidth($0) <= width } ?? variants.last ?? ""
  }

  /// The end of a text that is typed, where the next letter comes, behind what asks for it.
  static func typed(_ text: String, after prompt: String, width: Int) -> String {
    let room = max(0, width - columnWidth(prompt) - 1)
    guard columnWidth(text) > room else { return prompt + text + "_" }
    var kept: [Character] = []
    var used = 1
    for character in text.reversed() {
      used += columnWidth(character)
      if used > room { break }
      kept.append(character)
    }
    return prompt + "…" + String(kept.reversed()) + "_"
  }
}
