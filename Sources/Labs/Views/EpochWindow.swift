import Drawing

/// Which epochs a chart shows: all of them, the newest ones as training goes on, or an interval that
/// stays.
enum EpochWindow: Equatable, Sendable {
  /// The newest part of the axis, as a share of all of it, above 0; 1 for all.
  case newest(share: Double)
  /// Always these.
  case fixed(ClosedRange<Double>)

  static let all = EpochWindow.newest(share: 1)

  /// Fewer epochs than this are not spread over a chart.
  private static let fewest = 2.0

  /// The axis of all epochs: from 0, or from 1 if it is logarithmic, which has no place for 0.
  static func whole(to present: Double, isLogarithmic: Bool) -> ChartAxis {
    ChartAxis((isLogarithmic ? 1 : 0)...max(10, present), isLogarithmic: isLogarithmic)
  }

  /// The axis to draw.
  func axis(of whole: ChartAxis) -> ChartAxis {
    switch self {
    case .newest(let share):
      return share >= 1 ? whole : whole.scaled(by: share, around: whole.range.upperBound)
    case .fixed(let range):
      // After a start anew the interval may lie beyond all epochs.
      guard range.lowerBound < whole.range.upperBound else { return whole }
      return ChartAxis(range, isLogarithmic: whole.isLogarithmic)
    }
  }

  /// The window so many times as long; an epoch stays where it is, the newest if nil. Nil if it could
  /// not be shorter.
  func zoomed(by factor: Double, around epoch: Double?, of whole: ChartAxis) -> EpochWindow? {
    let axis = axis(of: whole)
    let next: EpochWindow
    if let epoch, axis.range.contains(epoch) {
      next = Self.of(axis.scaled(by: factor, around: epoch), whole)
    } else if case .newest(let share) = self {
      next = .newest(share: min(1, share * factor))
    } else {
      let middle = axis.number(at: 0.5)
      next = Self.of(axis.scaled(by: factor, around: middle), whole)
    }
    let range = next.axis(of: whole).range
    if factor < 1, range.upperBound - range.lowerBound < Self.fewest { return nil }
    return next
  }

  /// The window moved by a share of an axis that it showed.
  static func moved(_ axis: ChartAxis, by share: Double, of whole: ChartAxis) -> EpochWindow {
    of(axis.shifted(by: share), whole)
  }

  /// The window that shows an axis, pushed back to where there are epochs; one that reaches the
  /// newest stays with it.
  private static func of(_ axis: ChartAxis, _ whole: ChartAxis) -> EpochWindow {
    let start = whole.share(of: axis.range.lowerBound)
    let end = whole.share(of: axis.range.upperBound)
    guard start.isFinite, end.isFinite, end - start < 1 - 1e-9 else { return .all }
    if end >= 1 - 1e-9 { return .newest(share: end - start) }
    let first = max(0, start)
    return .fixed(whole.number(at: first)...whole.number(at: first + end - start))
  }

  /// The window moved as little as shows an epoch.
  func showing(_ epoch: Double, of whole: ChartAxis) -> EpochWindow {
    let axis = axis(of: whole)
    let place = axis.share(of: epoch)
    guard place.isFinite, !axis.range.contains(epoch) else { return self }
    return Self.moved(axis, by: place < 0 ? place - 0.05 : place - 0.95, of: whole)
  }
}
