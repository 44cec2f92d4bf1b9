import Drawing
import Engine
import Lessons
import Studio

/// What a check of the gradient found, in one line.
struct GradientNotice {
  let session: Session

  var text: String {
    guard session.trainer.divergence == nil else {
      return "There is no gradient to check: training has diverged."
    }
    let check = session.gradientCheck()
    guard let worst = check.worst else {
      return "Every parameter is too close to a kink of its units to be checked."
    }
    let all = session.trainer.network.parameterCount
    let count = check.entries.count == all ? "\(all)" : "\(check.entries.count) of \(all)"
    let error = format(worst.relativeError, scientificDigits: 2)
    let place = session.name(ofParameter: worst.parameter)
    // What stands in for the step's slope is no derivative, so that it differs is no mistake.
    let isExact = session.preset.network.activation.values.allSatisfy(\.slopeIsExact)
    let end = isExact ? "" : " (step has none)"
    return NoticeLine.fitting(
      [", \(place)", ", \(place.dropFirst("the ".count))", ""].map {
        "Gradient of \(count): at most \(error) off\($0).\(end)"
      })
  }
}
