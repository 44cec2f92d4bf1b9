/// How much of a square lies in a disc around the origin.
struct DiscArea {
  let radius: Double

  /// The area that a disc and the square around (x, y), `2·half` wide, have in common.
  ///
  /// The square is what is left of its right side less what is left of its left one, and so up and
  /// down: four corners, each with all that lies left of it and below it.
  func common(x: Double, y: Double, half: Double) -> Double {
    corner(x + half, y + half) - corner(x - half, y + half) - corner(x + half, y - half)
      + corner(x - half, y - half)
  }

  /// The part of the disc left of a and below b.
  private func corner(_ a: Double, _ b: Double) -> Double {
    let a = min(max(a, -radius), radius)
    let b = min(max(b, -radius), radius)
    if a * a + b * b >= radius * radius {
      // The corner lies outside: what it cuts off is a whole segment, or there is nothing left.
      if a >= 0 && b >= 0 { return left(of: a) + left(of: b) - .pi * radius * radius }
      return a < 0 && b < 0 ? 0 : left(of: min(a, b))
    }
    // Between the ends ∓w of the chord at height b there is the lower half and a strip up to b.
    let w = (radius * radius - b * b).squareRoot()
    let before = left(of: -w)
    let between = (left(of: a) - before) / 2 + b * (a + w)
    return b >= 0 ? before + between : between
  }

  /// The part of the disc left of a: r²·(arcsin a/r + π/2) + a·√(r² − a²).
  private func left(of a: Double) -> Double {
    radius * radius * (RealFunction.arcsine(a / radius) + .pi / 2)
      + a * max(0, radius * radius - a * a).squareRoot()
  }
}
