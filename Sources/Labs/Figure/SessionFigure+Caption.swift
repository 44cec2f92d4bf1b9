import Datasets
import Drawing
import Engine
import Lessons
import Studio

extension SessionFigure {
  /// What a reader needs to know to make the same picture: shape and activation, how it is trained,
  /// for how long, and how good it is.
  var caption: [String] {
    let preset = session.preset
    let training = preset.training
    var words = [
      ShapeText(session).text(within: 60),
      "\(training.optimizer), rate \(format(training.learningRate, significantDigits: 3))",
      "batch \(training.batchSize)",
    ]
    if training.l1 > 0 { words.append("L1 \(format(training.l1, significantDigits: 3))") }
    if training.l2 > 0 { words.append("L2 \(format(training.l2, significantDigits: 3))") }
    words.append("epoch \(format(Double(session.trainer.epochCount), decimals: 0))")
    guard session.trainer.divergence == nil else { return words + ["training diverged"] }
    words.append(Self.result("training", now.training, hasClasses))
    if let validation = now.validation {
      words.append(Self.result("validation", validation, hasClasses))
    }
    if !session.dataset.test.isEmpty { words.append(Self.result("test", now.test, hasClasses)) }
    return words
  }

  private var hasClasses: Bool { session.preset.problem != .regression }

  private static func result(_ name: String, _ value: Evaluation, _ hasClasses: Bool) -> String {
    let loss = "\(name) loss \(format(value.loss, significantDigits: 3))"
    guard hasClasses, !value.accuracy.isNaN else { return loss }
    return loss + " (\(format(100 * value.accuracy, significantDigits: 3)) % right)"
  }
}

/// Text broken into lines.
enum FigureText {
  /// Words that stay whole, on as few lines as they take.
  static func lines(
    _ words: [String], joinedBy separator: String, width: Double, _ style: FigureStyle,
    _ size: Double = 1
  ) -> [String] {
    var lines: [String] = []
    for word in words {
      if let last = lines.last, style.width(last + separator + word, size) <= width {
        lines[lines.count - 1] = last + separator + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  /// A text that ends in `…` where it would be too wide.
  static func cut(
    _ text: String, to width: Double, _ style: FigureStyle, _ size: Double = 1
  ) -> String {
    guard style.width(text, size) > width else { return text }
    var kept = text
    while !kept.isEmpty, style.width(kept + "…", size) > width { kept.removeLast() }
    return kept.isEmpty ? "" : kept + "…"
  }
}
