import Datasets
import Drawing
import Lessons
import Studio

/// Points drawn by hand.
extension PlaygroundLab {
  /// Carries out what is meant for the brush; nil if there is none and none was asked for.
  mutating func drawPoints(_ intent: Intent, _ session: inout Session) -> Reply? {
    guard let brush else {
      guard intent == .draw else { return nil }
      self.brush = Brush()
      shownView = 0
      part = nil
      return Reply()
    }
    switch intent {
    case .draw: self.brush = nil
    case .back:
      if brush.corners.isEmpty { self.brush = nil } else { self.brush?.dropLasso() }
    case .selectUp: moveBrush(0, 0.25)
    case .selectDown: moveBrush(0, -0.25)
    case .decrease: moveBrush(-0.25, 0)
    case .increase: moveBrush(0.25, 0)
    case .putPoints, .activate:
      // With a lasso begun, enter goes on with it: points between its corners are not wanted.
      let hasLasso = !brush.corners.isEmpty && !brush.isClosed
      return hasLasso ? Reply(addCorner(brush)) : put(brush, &session)
    case .erasePoints: return erase(brush, &session)
    case .flipPoints: return flip(brush, &session)
    case .nextClass:
      self.brush?.label = session.label(after: brush.label)
    case .nextBrush: self.brush?.reach = brush.reach.next
    case .lasso: return Reply(addCorner(brush))
    default: return nil
    }
    return Reply()
  }

  /// Draws with the mouse; nil while there is no brush.
  mutating func draw(
    _ event: MouseEvent, on plane: Plane, _ session: inout Session
  ) -> Reply? {
    guard var brush else { return nil }
    let place = plane.place(event.position)
    let isNew = event.kind == .press || brush.place != place
    brush.place = place
    if brush.isTracing {
      switch event.kind {
      // What is traced begins where the button went down, not where keys had led the brush.
      case .press: brush.corners = [place]
      case .release: brush.closeTrace()
      default: if isNew { brush.corners.append(place) }
      }
      self.brush = brush
      return Reply()
    }
    self.brush = brush
    guard isNew, event.kind != .release else { return Reply() }
    switch event.button {
    case .left where !event.control: return put(brush, &session)
    case .left, .right: return erase(brush, &session)
    case .middle: return flip(brush, &session)
    case .none: return Reply()
    }
  }

  private mutating func moveBrush(_ dx: Float, _ dy: Float) {
    guard let place = brush?.place else { return }
    let (low, high) = (Dataset.domain.lowerBound, Dataset.domain.upperBound)
    brush?.place = PlanePoint(
      x1: min(max(place.x1 + dx, low), high), x2: min(max(place.x2 + dy, low), high))
  }

  private mutating func put(_ brush: Brush, _ session: inout Session) -> Reply {
    apply(.addPoints(brush.points(), share: .training), to: &session)
  }

  private func covered(_ brush: Brush, _ session: Session) -> [Int] {
    session.dataset.allPoints.enumerated().filter { brush.covers($0.element.x1, $0.element.x2) }
      .map(\.offset)
  }

  private mutating func erase(_ brush: Brush, _ session: inout Session) -> Reply {
    let indices = covered(brush, session)
    guard !indices.isEmpty else { return Reply("There is no point under the brush.") }
    return apply(.erasePoints(at: indices), to: &session)
  }

  private mutating func flip(_ brush: Brush, _ session: inout Session) -> Reply {
    let indices = covered(brush, session)
    guard let first = indices.first else { return Reply("There is no point under the brush.") }
    let points = session.dataset.allPoints
    // All get the class after that of the first, so that the brush leaves one class behind.
    let label = session.label(after: points[first].label, amongPresent: true)
    return apply(.relabelPoints(at: indices, label: label), to: &session)
  }

  /// Sets a corner of the lasso; closes it at the first corner.
  private mutating func addCorner(_ brush: Brush) -> String? {
    if brush.isClosed { self.brush?.dropLasso() }
    if !brush.isClosed, brush.corners.count >= 3, brush.isAtFirstCorner {
      self.brush?.isClosed = true
      self.brush?.isTracing = false
      return "The lasso is closed: f gives its points the next class, backspace erases them."
    }
    self.brush?.corners.append(brush.place)
    self.brush?.isTracing = true
    return nil
  }
}

extension Brush {
  /// Whether it is where the lasso began.
  fileprivate var isAtFirstCorner: Bool {
    guard let first = corners.first else { return false }
    let (dx, dy) = (first.x1 - place.x1, first.x2 - place.x2)
    return dx * dx + dy * dy <= 0.5 * 0.5
  }

  fileprivate mutating func dropLasso() {
    corners = []
    isClosed = false
    isTracing = false
  }

  /// Ends what the mouse traced: a line too short for a polygon is no lasso.
  fileprivate mutating func closeTrace() {
    isTracing = false
    if corners.count >= 3 { isClosed = true } else { dropLasso() }
  }
}

extension Session {
  /// The label that follows: the next class, one more than there are unless only present ones are
  /// asked for, then the first; for regression the next of −1, −½, 0, ½, 1.
  func label(after label: Float, amongPresent: Bool = false) -> Float {
    guard case .classification(let classes) = preset.problem else {
      return label >= 1 ? -1 : ((label * 2).rounded() + 1) / 2
    }
    let count = min(amongPresent ? classes : classes + 1, Palette.classCount)
    return Float((Int(label) + 1) % max(1, count))
  }
}
