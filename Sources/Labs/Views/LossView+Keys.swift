import Engine
import Drawing
import Engine
import Studio

/// Keys and the mouse in the view of the loss.
extension LossView {
  mutating func handle(_ intent: Intent, _ scene: Scene) -> ViewReply? {
    let curves = curves(scene)
    let whole = whole(curves)
    switch intent {
    case .nextOption: turnPage(by: 1)
    case .previousOption: turnPage(by: -1)
    case .switchAxis: return ViewReply(notice: nextAxes())
    case .zoomIn:
      guard let next = window.zoomed(by: 0.5, around: hovered ?? cursor, of: whole) else {
        return ViewReply(notice: "Closer than two epochs there is nothing to see.")
      }
      window = next
    case .zoomOut:
      guard window != .all else { return ViewReply(notice: "All epochs are shown.") }
      window = window.zoomed(by: 2, around: hovered ?? cursor, of: whole) ?? .all
    case .decrease: moveCursor(by: -1, curves)
    case .increase: moveCursor(by: 1, curves)
    case .selectUp:
      cursor = curves.reading(near: curves.present)?.epoch
      follow(whole)
    case .selectDown:
      let quantity: LossCurves.Quantity = page == .accuracy ? .accuracy : .loss
      guard let best = curves.best(quantity) else {
        return ViewReply(notice: "No epoch is the best: nothing was noted yet.")
      }
      cursor = Double(best.epoch)
      follow(whole)
    case .back where cursor != nil: cursor = nil
    case .back where window != .all: window = .all
    default: return nil
    }
    return ViewReply()
  }

  mutating func point(_ event: MouseEvent, _ target: any Hashable & Sendable, _ scene: Scene)
    -> ViewReply?
  {
    guard let layout = (target as? Spot)?.layout else { return nil }
    let whole = whole(curves(scene))
    let epoch = layout.number(atColumn: event.position.x)
    switch event.kind {
    case .hover: hovered = epoch
    case .wheelUp, .wheelDown:
      let factor = event.kind == .wheelUp ? 0.8 : 1.25
      if let next = window.zoomed(by: factor, around: epoch, of: whole) { window = next }
      hovered = epoch
    case .press:
      hovered = nil
      cursor = epoch
      grip = (window.axis(of: whole), event.position.x)
    case .drag:
      guard let grip else { return ViewReply() }
      if window == .all {
        // Nothing to pan: the cursor goes with the pointer.
        cursor = epoch
      } else {
        let share = Double(grip.column - event.position.x) / Double(max(1, layout.plot.width))
        window = .moved(grip.axis, by: share, of: whole)
      }
    case .release: grip = nil
    }
    return ViewReply()
  }

  mutating func settle(_ session: Session) {
    let isNew = session.history.entries.isEmpty
    let present = session.epochs
    if let cursor, isNew || cursor > present { self.cursor = nil }
    if let hovered, hovered > present { self.hovered = nil }
    if case .fixed(let range) = window, range.lowerBound >= present { window = .all }
    if isNew { window = .all }
  }

  mutating func leave() { hovered = nil }

  /// To another noted epoch, about a sixtieth of the chart away.
  private mutating func moveCursor(by direction: Int, _ curves: LossCurves) {
    hovered = nil
    let whole = whole(curves)
    let axis = window.axis(of: whole)
    let start = max(axis.range.lowerBound, whole.range.lowerBound)
    let newest = curves.reading(near: curves.present)?.epoch ?? 0
    guard let here = cursor.map({ min($0, newest) }) else {
      cursor = newest
      return follow(whole)
    }
    let place = axis.share(of: max(here, start)) + Double(direction) / 60
    let goal = axis.number(at: place)
    var next = curves.reading(near: goal)?.epoch ?? here
    if (next - here) * Double(direction) <= 0 {
      next = curves.epoch(after: here, direction) ?? here
    }
    cursor = min(max(next, whole.range.lowerBound), newest)
    follow(whole)
  }

  /// Moves the window so that the cursor is in it.
  private mutating func follow(_ whole: ChartAxis) {
    guard let cursor, window != .all else { return }
    window = window.showing(cursor, of: whole)
  }
}

extension LossCurves {
  /// The noted epoch before or after one, or the present; nil if there is none.
  fileprivate func epoch(after epoch: Double, _ direction: Int) -> Double? {
    let entries = session.history.entries
    let next = entries.firstPlace {
      direction > 0 ? Double($0.epoch) > epoch : Double($0.epoch) >= epoch
    }
    let place = direction > 0 ? next : next - 1
    if entries.indices.contains(place) { return Double(entries[place].epoch) }
    return direction > 0 && session.trainer.divergence == nil ? present : nil
  }
}
