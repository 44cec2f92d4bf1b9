import Drawing

/// What the mouse can point at on this screen.
enum DescentTarget: Hashable, Sendable {
  /// A panel, where nothing else is.
  case panel(DescentPanel)
  /// A control of a panel.
  case control(DescentControl)
  /// A racer's line in the table.
  case racer(Int)
  /// The map, which is drawn in these cells.
  case map(Rectangle)
}
