import Engine
import Studio

extension Adam: Narrated {
  func lines(of step: DescentStep) -> [StepLine] {
    let (lines, move) = averages(step)
    return lines + [
      StepLine(
        words: "The step is η long where the sign of g is steady, shorter where it changes:",
        symbol: "Δ", work: "-\(factor(step.eta))m̂ / (√v̂ + ε)", value: move)
    ]
  }

  /// The averages as they are corrected, and the step that follows from them.
  fileprivate func averages(_ step: DescentStep) -> (lines: [StepLine], move: SIMD2<Double>) {
    let means = step.moment("m")
    let squares = step.moment("v")
    let shares = (1 - step.counter(0), 1 - step.counter(1))
    let mean = means.new / shares.0
    let square = squares.new / shares.1
    let move = -step.eta * mean / (root(square) + Double(epsilon))
    let lines = [
      StepLine(
        words: "The mean of gradients keeps \(text(beta1)) and takes \(text(1 - beta1)) of g:",
        symbol: "m",
        work: "\(factor(beta1))\(text(means.old)) + \(factor(1 - beta1))\(text(step.g))",
        value: means.new, replaces: true),
      StepLine(
        words: "The mean of squares keeps \(text(beta2)) and takes \(text(1 - beta2)) of g²:",
        symbol: "v",
        work: "\(factor(beta2))\(text(squares.old)) + \(factor(1 - beta2))\(text(step.g))²",
        value: squares.new, replaces: true),
      StepLine(
        words: "Both began at 0; dividing by 1 - β₁ᵗ mends the first,", symbol: "m̂",
        work: "m / \(text(shares.0))", value: mean),
      StepLine(
        words: "and by 1 - β₂ᵗ the second:", symbol: "v̂", work: "v / \(text(shares.1))",
        value: square),
    ]
    return (lines, move)
  }
}

extension AdamW: Narrated {
  func lines(of step: DescentStep) -> [StepLine] {
    let (lines, move) = adam.averages(step)
    let share = step.eta * Double(weightDecay)
    let decay = -share * step.w
    return lines + [
      StepLine(
        words: "Beside the step each weight decays by its share ηλ:", symbol: "-ηλw",
        work: "-\(factor(share))\(text(step.w))", value: decay),
      StepLine(
        words: "Adam's step, and the decay:", symbol: "Δ",
        work: "-\(factor(step.eta))m̂ / (√v̂ + ε) - ηλw", value: move + decay),
    ]
  }
}
