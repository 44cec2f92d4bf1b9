import Drawing

/// A pair of colours as a terminal draws it.
struct ColorPair: Hashable, Sendable {
  /// The number of the pair; 0 is the terminal's own colours.
  var number: Int32
  /// Whether the pair is kept the other way round and must be shown reversed.
  var isReversed: Bool

  /// The terminal's own colours.
  static let standard = ColorPair(number: 0, isReversed: false)
}

/// The pairs of colours given to the terminal so far: filled on first use, and never changed.
///
/// Giving a pair a new meaning would repaint every cell that shows it, so a full table answers with
/// the nearest pair it holds.
struct PairTable: Sendable {
  /// Two colour numbers.
  struct Colors: Hashable, Sendable {
    var foreground: Int32
    var background: Int32
  }

  /// How many numbers there are, with 0.
  let capacity: Int32
  /// How many colours the terminal has.
  let depth: ColorDepth
  private var numbers: [Colors: Int32] = [:]
  /// The colours of each number; that of 0 stands for the terminal's own.
  private var allocated = [
    Colors(foreground: ColorNumber.standard, background: ColorNumber.standard)
  ]
  /// What colours that came too late became, by their leading bits, so that it stays small.
  private var standIns: [Colors: Int32] = [:]

  /// An empty table for a terminal with so many pairs.
  init(capacity: Int32, depth: ColorDepth) {
    self.capacity = capacity
    self.depth = depth
  }

  /// The pair for two colours; `define` is told of a new one.
  mutating func pair(
    _ foreground: Color, _ background: Color, define: (_ number: Int32, Colors) -> Void
  ) -> ColorPair {
    var colors = Colors(
      foreground: ColorNumber.number(of: foreground, depth: depth),
      background: ColorNumber.number(of: background, depth: depth))
    if colors == allocated[0] { return .standard }
    // With few pairs, one serves both ways round: all of 8 or 16 colours then fit. A pair with the
    // terminal's own colour cannot be turned.
    let isReversed =
      capacity <= 256 && colors.background > colors.foreground
      && colors.foreground != ColorNumber.standard
    if isReversed {
      colors = Colors(foreground: colors.background, background: colors.foreground)
    }
    return ColorPair(number: number(colors, define: define), isReversed: isReversed)
  }

  private mutating func number(
    _ colors: Colors, define: (_ number: Int32, Colors) -> Void
  ) -> Int32 {
    if let number = numbers[colors] { return number }
    let next = Int32(allocated.count)
    guard next < capacity else { return standIn(for: colors) }
    allocated.append(colors)
    numbers[colors] = next
    define(next, colors)
    return next
  }

  private mutating func standIn(for colors: Colors) -> Int32 {
    let key = Colors(
      foreground: leading(colors.foreground), background: leading(colors.background))
    if let number = standIns[key] { return number }
    var best = (number: Int32(0), distance: Int.max)
    for (number, other) in allocated.enumerated() {
      let distance =
        distance(colors.foreground, other.foreground)
        + distance(colors.background, other.background)
      if distance < best.distance { best = (Int32(number), distance) }
    }
    standIns[key] = best.number
    return best.number
  }

  private func leading(_ number: Int32) -> Int32 {
    guard number >= 0, depth == .direct else { return number }
    return number & 0xE0E0E0
  }

  private func distance(_ one: Int32, _ other: Int32) -> Int {
    if one == other { return 0 }
    // The terminal's own colour is unknown: anything else is further from it than black from white.
    guard one >= 0, other >= 0 else { return 4 * 255 * 255 }
    let (a, b) = (components(one), components(other))
    let (r, g, b2) = (a.0 - b.0, a.1 - b.1, a.2 - b.2)
    return r * r + g * g + b2 * b2
  }

  private func components(_ number: Int32) -> (Int, Int, Int) {
    if depth == .direct, number >= 8 {
      return (Int(number >> 16), Int(number >> 8 & 255), Int(number & 255))
    }
    let color = ColorNumber.components(number)
    return (Int(color.red), Int(color.green), Int(color.blue))
  }
}
