import Drawing

/// How losses become heights of a map: from 0, the lowest, to 1, the highest.
struct LandscapeScale {
  /// The losses at both ends of the colours.
  let axis: ChartAxis

  /// Losses that are lower than the highest by more than this factor have one colour.
  private static let smallestShare = 1e-6

  /// The scale of losses in a range; nil where it is not finite.
  ///
  /// - Parameter isLogarithmic: whether equal steps are equal factors; a loss of 0 then lies at the
  ///   lower end.
  init?(_ range: ClosedRange<Double>, isLogarithmic: Bool) {
    guard range.lowerBound.isFinite, range.upperBound.isFinite else { return nil }
    let isUsed = isLogarithmic && range.upperBound > 1e-30
    let low =
      isUsed ? max(range.lowerBound, range.upperBound * Self.smallestShare) : range.lowerBound
    axis = ChartAxis(low...max(low, range.upperBound), isLogarithmic: isUsed)
  }

  /// The height of a loss, 0…1; NaN where it is not finite.
  func height(_ loss: Double) -> Float {
    guard loss.isFinite else { return .nan }
    let share = axis.share(of: loss)
    return share.isNaN || share < 0 ? 0 : Float(min(share, 1))
  }

  /// The losses at which lines of equal height are drawn, with how they are written: about so many,
  /// and round.
  func levels(count: Int) -> [(loss: Double, label: String)] {
    var ticks = Ticks(in: axis.range, count: count)
    if axis.isLogarithmic {
      let logarithmic = Ticks(logarithmicIn: axis.range, count: count)
      if logarithmic.values.count >= 3 { ticks = logarithmic }
    }
    return zip(ticks.values, ticks.labels).filter { value, _ in
      value > axis.range.lowerBound && value < axis.range.upperBound
    }.map { (loss: $0.0, label: $0.1) }
  }
}
