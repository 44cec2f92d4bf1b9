extension Canvas {
  /// Draws a slider of so many columns, like `━━●───`, with its knob at a fraction from 0 to 1.
  ///
  /// Fractions outside are drawn at the nearest end; NaN has no knob.
  public mutating func drawSlider(
    value fraction: Double, at point: Point, width: Int, focused: Bool = false,
    accent: Color = .standard
  ) {
    guard width > 0 else { return }
    let knob = fraction.isNaN ? -1 : Int((min(max(fraction, 0), 1) * Double(width - 1)).rounded())
    let color = focused ? accent : .standard
    for column in 0..<width {
      let isBefore = column < knob
      stroke(isBefore ? "━" : "─", point.x + column, point.y, color, isBefore ? [] : .dim)
    }
    if knob >= 0 { stroke("●", point.x + knob, point.y, color, focused ? .bold : []) }
  }
}
