import Drawing
import Studio

/// What stands beside the shown view.
enum Beside: Equatable, Sendable {
  /// The network, unless a view that needs columns has the focus and too few of them.
  case fitting
  case network
  case view(Int)

  /// The view, if it is one.
  var view: Int? {
    guard case .view(let index) = self else { return nil }
    return index
  }
}

/// Which panes stand beside the controls of a wide screen, and how wide each is.
extension PlaygroundLab {
  /// What a pane beside the controls holds.
  enum Pane: Equatable {
    case network
    case view(Int)
  }

  /// A view that is no square needs so many columns for all that it has to show.
  private static let fullWidth = 78

  /// The shown view right, the network or another view left of it; where there is room for three
  /// squares, the map stays between them.
  private func panes(width: Int) -> [Pane] {
    let shown = Pane.view(shownView)
    var panes: [Pane]
    switch beside {
    case .view(let index): panes = [.view(index), shown]
    case .network: panes = [.network, shown]
    case .fitting:
      let needsAll = focus == .view && !isSquare(shown) && width < Self.fullWidth + 40
      panes = needsAll ? [shown] : [.network, shown]
    }
    if width >= 150 && isSquare(shown) && !panes.contains(.view(0)) {
      panes.insert(.view(0), at: 1)
    }
    return panes
  }

  /// The columns of each pane.
  private func widths(_ panes: [Pane], width: Int, height: Int) -> [Int] {
    let squares = panes.count { isSquare($0) }
    let others = panes.count - squares
    guard squares > 0, others > 0 else {
      // Two views of columns side by side: the network needs the fewer.
      guard panes.count == 2, panes[0] == .network else {
        return panes.map { _ in width / panes.count }
      }
      let network = min(width / 2, max(32, min(60, width - Self.fullWidth)))
      return [network, width - network]
    }
    // Three maps side by side leave the network its columns; two leave it at least two fifths.
    let room = squares > 1 ? (width - 46 * others) / squares : width * 58 / 100
    let square = max(1, min(MapView.paneWidth(forHeight: height), room))
    return panes.map { isSquare($0) ? square : (width - squares * square) / others }
  }

  /// As high as there is room, but no higher than squares that stand alone or beside the network.
  func paneHeight(width: Int, most: Int) -> Int {
    let panes = panes(width: width)
    guard panes.allSatisfy({ isSquare($0) || ($0 == .network && panes.count > 2) }) else {
      return most
    }
    let widest = widths(panes, width: width, height: most).last ?? width
    return min(most, MapView.paneHeight(forWidth: widest))
  }

  func drawPanes(_ frame: Frame, in area: Rectangle, on canvas: inout Canvas) {
    let panes = panes(width: area.width)
    let widths = widths(panes, width: area.width, height: area.height)
    var rest = area
    for (index, pane) in panes.enumerated() {
      let isLast = index == panes.count - 1
      let (place, remaining) = rest.splitLeft(isLast ? rest.width : widths[index])
      rest = remaining
      draw(pane, frame, in: place, on: &canvas)
    }
  }

  func isSquare(_ pane: Pane) -> Bool {
    guard case .view(let index) = pane else { return false }
    return Swift.type(of: views[index]).isSquare
  }
}
