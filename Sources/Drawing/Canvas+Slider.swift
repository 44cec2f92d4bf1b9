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

  /// Draws a bar of so many columns that is filled from the left up to a fraction from 0 to 1.
  ///
  /// The filled part is heavy and the rest thin, so that it reads without colour.
  public mutating func drawGauge(
    value fraction: Double, at point: Point, width: Int, color: Color = .standard
  ) {
    guard width > 0 else { return }
    let filled = fraction.isNaN ? 0 : Int((min(max(fraction, 0), 1) * Double(width)).rounded())
    for column in 0..<width {
      let isFilled = column < filled
      stroke(
        isFilled ? "█" : "─", point.x + column, point.y, isFilled ? color : .standard,
        isFilled ? [] : .dim)
    }
  }
}
