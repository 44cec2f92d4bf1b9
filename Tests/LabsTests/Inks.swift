import Drawing

/// The colours of a picture as short lines of text, to stand below its characters in a snapshot.
///
/// A line is a row: first a hash of all its colours and styles, so that no change goes unseen, then
/// runs of cells of one kind of ink, `12.` for twelve plain ones, so that a reader sees where.
struct Inks {
  private let canvas: Canvas

  init(_ canvas: Canvas) { self.canvas = canvas }

  /// What the letters stand for, as the first line of a block of inks.
  static let legend =
    "inks: . plain, : dim, * bold, # reversed; R red, Y yellow, G green, C cyan, B blue, M magenta,"
    + " W grey, large behind the character, small as its own"

  /// One line a row.
  var lines: [String] {
    (0..<canvas.size.height).map { y in
      let cells = (0..<canvas.size.width).map { canvas[$0, y] }
      return hash(of: cells) + " " + runs(of: cells)
    }
  }

  private func runs(of cells: [Cell]) -> String {
    var runs: [(letter: Character, count: Int)] = []
    for cell in cells {
      let letter = letter(of: cell)
      if runs.last?.letter == letter {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((letter, 1))
      }
    }
    return runs.map { ($0.count == 1 ? "" : "\($0.count)") + String($0.letter) }.joined()
  }

  private func letter(of cell: Cell) -> Character {
    if cell.background != .standard { return hue(of: cell.background) }
    if cell.style.contains(.reverse) { return "#" }
    if cell.foreground != .standard, cell.glyph != " " {
      return Character(hue(of: cell.foreground).lowercased())
    }
    if cell.glyph == " " { return "." }
    return cell.style.contains(.bold) ? "*" : cell.style.contains(.dim) ? ":" : "."
  }

  /// The sixth of the circle of hues that a colour lies in.
  private func hue(of color: Color) -> Character {
    guard case .rgb(let r, let g, let b) = color else { return "W" }
    let (red, green, blue) = (Int(r), Int(g), Int(b))
    let (high, low) = (max(red, green, blue), min(red, green, blue))
    guard high - low > 24 else { return "W" }
    let middle = red + green + blue - high - low
    // Near to a second colour, a hue is the mixture of the two.
    let isMixed = 2 * middle > high + low
    if high == red { return isMixed ? (green > blue ? "Y" : "M") : "R" }
    if high == green { return isMixed ? (red > blue ? "Y" : "C") : "G" }
    return isMixed ? (green > red ? "C" : "M") : "B"
  }

  /// FNV-1a of 32 bits, as eight digits of base 16.
  ///
  /// Source: G. Fowler, L. C. Noll, K.-P. Vo, "The FNV Non-Cryptographic Hash Algorithm".
  private func hash(of cells: [Cell]) -> String {
    var hash: UInt32 = 2_166_136_261
    for cell in cells {
      for byte in bytes(of: cell.foreground) + bytes(of: cell.background) + [cell.style.rawValue] {
        hash = (hash ^ UInt32(byte)) &* 16_777_619
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  private func bytes(of color: Color) -> [UInt8] {
    switch color {
    case .standard: [0]
    case .indexed(let index): [1, index]
    case .rgb(let red, let green, let blue): [2, red, green, blue]
    }
  }
}
