/// A text broken into lines of at most `width` columns, at spaces where there are any.
///
/// Line feeds start a new line, and empty lines stay. A line that begins with two spaces, as in a table
/// or a program, keeps its spaces where it fits. A word that is wider than a line is cut.
/// A width of 0 or less gives no lines.
public func wrap(_ text: String, width: Int) -> [String] {
  guard width > 0 else { return [] }
  var lines: [String] = []
  for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if paragraph.hasPrefix("  "), columnWidth(String(paragraph)) <= width {
      lines.append(String(paragraph))
      continue
    }
    var line = ""
    var used = 0
    for word in paragraph.split(separator: " ") {
      let needed = columnWidth(String(word))
      if used > 0 && used + 1 + needed <= width {
        line += " " + word
        used += 1 + needed
        continue
      }
      if used > 0 { lines.append(line) }
      line = ""
      used = 0
      for character in word {
        let step = columnWidth(character)
        if used > 0 && used + step > width {
          lines.append(line)
          line = ""
          used = 0
        }
        // A wide character in a line of one column has no place at all.
        if step <= width { line.append(character) }
        used += step
      }
    }
    lines.append(line)
  }
  return lines
}
