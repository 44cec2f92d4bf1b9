import Drawing

/// The four equations of backpropagation, those in use lit.
///
/// Source: M. A. Nielsen, *Neural Networks and Deep Learning* (2015), chapter 2.
struct MicroStrip {
  /// Those in use, from 1.
  let lit: Set<Int>

  private static let equations = [
    "δᴸ = ∇C ⊙ σ′(zᴸ)", "δˡ = (wˡ⁺¹)ᵀ δˡ⁺¹ ⊙ σ′(zˡ)", "∂C/∂bˡⱼ = δˡⱼ", "∂C/∂wˡⱼₖ = aˡ⁻¹ₖ δˡⱼ",
  ]

  /// The same where there are no raised letters.
  private static let plainEquations = [
    "d^L = dC/da * s'(z^L)", "d^l = (w^(l+1))T d^(l+1) * s'(z^l)", "dC/db^l_j = d^l_j",
    "dC/dw^l_jk = a^(l-1)_k d^l_j",
  ]

  /// Rows that it takes in so many columns.
  static func height(width: Int) -> Int { width >= 110 ? 1 : 2 }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard !area.isEmpty, area.width >= 30 else { return }
    let palette = Palette(canvas.capabilities)
    let perRow = area.height >= 2 || area.width < 110 ? 2 : 4
    // Wide enough for the longest, so that the four stand in columns.
    let widths = perRow == 4 ? [27, 37, 23, 0] : [38, 0]
    let equations =
      canvas.capabilities.glyphs == .ascii ? Self.plainEquations : Self.equations
    for (number, equation) in equations.enumerated() {
      let (row, column) = (number / perRow, number % perRow)
      guard row < area.height else { return }
      let x = area.x + widths.prefix(column).reduce(0, +)
      let isLit = lit.contains(number + 1)
      let y = area.y + row
      canvas.write(
        (isLit ? "▸" : " ") + "BP\(number + 1)", at: Point(x: x, y: y),
        foreground: isLit ? palette.accent : .standard, style: isLit ? .bold : .dim,
        maxWidth: max(0, area.maxX - x))
      canvas.write(
        equation, at: Point(x: x + 5, y: y), foreground: isLit ? palette.accent : .standard,
        style: isLit ? .bold : .dim, maxWidth: max(0, area.maxX - x - 5))
    }
  }
}
