/// What a person wants, whichever key, click or command says so.
public enum Intent: Hashable, Sendable {
  case playPause, stepBatch, stepEpoch
  case reset, newWeights, newData
  case faster, slower
  case undo, redo, recover
  /// An epoch back or on in time; to the first or the last.
  case earlier, later, earliest, latest
  case nextPanel, previousPanel
  case selectUp, selectDown, decrease, increase, activate, back
  /// The view of that place in the catalogue.
  case view(Int)
  /// The screen of that place in the catalogue, or back from it.
  case lab(Int)
  case nextBeside, spotlight, demo
  case nextOption, previousOption
  case zoomIn, zoomOut, switchAxis
  case pageUp, pageDown
  case addLayer, removeLayer, addUnit, removeUnit
  case inspect, nudgeDown, nudgeUp, zero, freeze, kill
  case showPoints, nextStyle, nextRange, showMistakes, showTruth
  case showMetrics
  case checkGradient
  case draw, putPoints, erasePoints, flipPoints, nextClass, nextBrush, lasso
  case addFormula, openFile, savePoints
  case swapPair, endPair
  case task, question, hint, nextExercise, startOver, leaveExercise
  case toggleMouse, nextTheme, showKeys, showCaption, showLink, record
  case commands, explain, help, quit
}
