import Drawing

/// What the mouse can point at, besides what views mark as their own.
enum Target: Hashable, Sendable {
  /// A panel of controls, where no control is.
  case panel(ControlPanel)
  /// A control.
  case control(Control)
  /// The slider of a control, over these cells.
  case slider(Control, Rectangle)
  /// A part of the network.
  case part(NetworkPart)
  /// The tab of a view.
  case view(Int)
  /// The frame of a view, where nothing else is.
  case pane(Int)
  /// A map of the plane.
  case plane(Plane)
  /// A hint in the key line.
  case intent(Intent)
  /// A box over the screen, where nothing is to be pressed.
  case overlay
  /// A number or a word that a press explains.
  case topic(Topic)
  /// The task of an exercise.
  case task
  /// An answer to choose, from 0.
  case answer(Int)
  /// A line of the list of exercises, by the exercise's name.
  case exercise(String)
  /// A line of the palette of commands.
  case command(Int)
}
