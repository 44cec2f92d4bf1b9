import Drawing
import Engine
import Studio

/// What the bars mean, in words.
struct LayerPace {
  let session: Session
  let levels: [Diagnosis.Level]

  /// Which layer learns slowest and which fastest, by the share of its weights that a step changes.
  var text: String {
    if session.trainer.divergence != nil {
      return "Training diverged: these are the numbers of the step that failed."
    }
    if session.trainer.hasStopped { return "Training has stopped, so there is no next step." }
    let names = LayerNames(session)
    let paces = levels.enumerated().filter { $0.element.updateRatio.isFinite }
    guard let slowest = paces.min(by: { $0.element.updateRatio < $1.element.updateRatio }),
      let fastest = paces.max(by: { $0.element.updateRatio < $1.element.updateRatio })
    else { return "No layer has an update that is a number." }
    if slowest.element.updateRatio == 0, fastest.element.updateRatio == 0 {
      return "Nothing learns: no step changes a weight."
    }
    guard slowest.offset != fastest.offset else {
      return "There is one layer only; it changes by \(ratio(fastest.element)) a step."
    }
    func capital(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }
    return
      "\(capital(names.long(slowest.offset))) learns slowest (\(ratio(slowest.element)) a step),"
      + " \(names.long(fastest.offset)) fastest (\(ratio(fastest.element)))."
  }

  private func ratio(_ level: Diagnosis.Level) -> String {
    format(level.updateRatio, scientificDigits: 2)
  }
}
