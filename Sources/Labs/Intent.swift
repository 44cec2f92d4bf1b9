/// What a person wants, whichever key says so.
public enum Intent: CaseIterable, Sendable {
  case playPause, stepBatch, stepEpoch
  case reset, newWeights, newData
  case faster, slower
  case nextPanel, previousPanel
  case selectUp, selectDown, decrease, increase, activate, back
  case addLayer, removeLayer, addUnit, removeUnit
  case showPoints, showDiscrete, showMetrics
  case checkGradient
  case help, quit
}
