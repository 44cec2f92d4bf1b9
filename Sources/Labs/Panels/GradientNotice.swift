import Drawing
import Engine
import Lessons
import Studio

/// What a check of the gradient found, in one line: of the chosen parameter, or of all of them with
/// the worst of each layer.
struct GradientNotice {
  let session: Session
  /// The part of the network that is chosen.
  var part: NetworkPart?

  var text: String {
    guard session.trainer.divergence == nil else {
      return "There is no gradient to check: training has diverged."
    }
    if let parameter = part?.parameter(in: session) { return text(of: parameter) }
    let findings = GradientFindings(session)
    guard let worst = findings.check.worst else {
      return "Every parameter is too close to a kink of its units to be checked."
    }
    let error = format(worst.relativeError, scientificDigits: 2)
    let start = "Gradient of \(findings.countText)"
    let layers = [2, 1].map { digits in
      findings.levels.map { level in
        let error = level.worst.map { format($0.relativeError, scientificDigits: digits) }
        return "\(MicroNames(session: session).shortLevel(level.level)) \(error ?? "–")"
      }.joined(separator: ", ")
    }
    return NoticeLine.fitting(
      layers.map { "\(start), largest error by layer: \($0).\(end)" }
        + layers.map { "\(start), by layer: \($0).\(end)" }
        + ["\(start): at most \(error) off.\(end)"])
  }

  /// Both numbers of one parameter.
  private func text(of parameter: Int) -> String {
    guard let entry = session.gradientCheck(of: [parameter]).entries.first else {
      return "There is no such parameter."
    }
    let name = session.name(ofParameter: parameter)
    let (analytic, numeric) = (
      format(entry.analytic, significantDigits: 5), format(entry.numeric, significantDigits: 5)
    )
    guard !entry.crossesKink else {
      return NoticeLine.fitting(
        ["\(name): ", ""].map { "\($0)too close to a kink of its units to be checked." })
    }
    let error = format(entry.relativeError, scientificDigits: 2)
    return NoticeLine.fitting(
      [
        "∂C/∂w of \(name): backprop \(analytic), numeric \(numeric), \(error) off.\(end)",
        "\(name): backprop \(analytic), numeric \(numeric), \(error) off.\(end)",
        "Backprop \(analytic), numeric \(numeric), relative error \(error).\(end)",
      ])
  }

  /// What stands in for the step's slope is no derivative, so that it differs is no mistake.
  private var end: String {
    session.preset.network.activation.values.allSatisfy(\.slopeIsExact) ? "" : " (step has none)"
  }
}

/// A check of a session's gradient, layer by layer.
struct GradientFindings: Sendable {
  /// All of it.
  let check: GradientCheck
  /// The worst entry of each level; nil where none can be checked.
  let levels: [(level: Int, worst: GradientCheck.Entry?)]
  /// The step that the next one would have been.
  let step: Int
  /// How many were checked, of how many.
  let countText: String

  init(_ session: Session) {
    let network = session.trainer.network
    let check = session.gradientCheck()
    self.check = check
    step = session.trainer.stepCount + 1
    let (count, all) = (check.entries.count, network.parameterCount)
    countText = count == all ? "\(all)" : "\(count) of \(all)"
    levels = network.levels.enumerated().map { number, level in
      let entries = check.entries.filter {
        level.parameters.contains($0.parameter) && !$0.crossesKink
      }
      return (number, entries.max { $0.relativeError < $1.relativeError })
    }
  }
}
