import Drawing
import Engine
import Lessons
import Studio

/// Says why training stopped, in place of a map that would mean nothing.
struct DivergenceNotice {
  let session: Session

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    canvas.fill(area, with: Cell("╱", foreground: palette.muted, style: .dim))
    let width = min(area.width - 2, 44)
    let lines = paragraphs.flatMap { wrap($0, width: max(8, width - 4)) + [""] }.dropLast()
    let box = Rectangle(
      x: area.x + (area.width - width) / 2, y: area.y + max(0, (area.height - lines.count - 2) / 2),
      width: width, height: min(area.height, lines.count + 2))
    canvas.fill(box, with: .blank)
    canvas.drawBox(box, title: "Diverged", focused: true, accent: palette.warning)
    for (row, line) in lines.prefix(max(0, box.height - 2)).enumerated() {
      canvas.write(
        line, at: Point(x: box.x + 2, y: box.y + 1 + row), style: row == 0 ? .bold : [],
        maxWidth: width - 4)
    }
  }

  /// What happened where, what was likely at fault, and how to go on.
  var paragraphs: [String] {
    guard let divergence = session.trainer.divergence else { return [] }
    let place = divergence.isOutput ? "the output layer" : "hidden layer \(divergence.level)"
    let what =
      switch divergence.quantity {
      case .activation: "A value of \(place)"
      case .loss: "The loss at \(place)"
      case .gradient: "A gradient of \(place)"
      case .weight: "A weight of \(place)"
      }
    return [
      "Training stopped in epoch \(divergence.epoch), step \(divergence.step).",
      "\(what) is no longer a finite number.",
    ] + advice + [way]
  }

  private var advice: [String] {
    let training = session.preset.training
    let smaller = "Try a smaller rate than \(format(training.learningRate, significantDigits: 3))."
    guard let cause = session.postMortem?.cause else { return [smaller] }
    let title = "Most likely \(cause.title)."
    switch cause.kind {
    case .decay where training.learningRate * training.l2 >= 2:
      let product = training.learningRate * training.l2
      return ["Rate × L2 is \(format(product, significantDigits: 3)); it must stay below 2."]
    case .rate: return [title, smaller]
    case .decay, .inputs, .firstWeights:
      return [title] + (cause.advice.first.map { ["Try \($0.text)."] } ?? [])
    case .unknown: return [smaller]
    }
  }

  private var way: String {
    guard let epoch = session.refugeEpoch else { return "r goes back to epoch 0; ! says why." }
    return
      (epoch == 0
      ? "Backspace goes back to the start" : "Backspace goes back to epoch \(epoch), r to epoch 0")
      + "; ! says why."
  }
}
