import Engine
import Studio

extension Momentum: Narrated {
  func lines(of step: DescentStep) -> [StepLine] {
    let (old, new) = step.moment("v")
    return [
      StepLine(
        words: "The velocity keeps \(text(momentum)) of the last step and adds η times g:",
        symbol: "v",
        work: "\(factor(momentum))\(text(old)) + \(factor(step.eta))\(text(step.g))", value: new,
        replaces: true),
      StepLine(
        words: "The step goes against the velocity:", symbol: "Δ", work: "-v", value: -new),
    ]
  }
}

extension AveragedMomentum: Narrated {
  func lines(of step: DescentStep) -> [StepLine] {
    let (old, new) = step.moment("v")
    let share = 1 - momentum
    let average = StepLine(
      words: "The average keeps \(text(momentum)) of itself and takes \(text(share)) of g:",
      symbol: "v", work: "\(factor(momentum))\(text(old)) + \(factor(share))\(text(step.g))",
      value: new, replaces: true)
    guard biasCorrection >= 0.5 else {
      return [
        average,
        StepLine(
          words: "The step goes against the average, η times as long:", symbol: "Δ",
          work: "-\(factor(step.eta))v", value: -step.eta * new),
      ]
    }
    let weight = 1 - step.counter(0)
    let corrected = new / weight
    return [
      average,
      StepLine(
        words: "It began at 0 and is too small at first; dividing by 1 - μᵗ mends that:",
        symbol: "v̂", work: "v / \(text(weight))", value: corrected),
      StepLine(
        words: "The step goes against it, η times as long:", symbol: "Δ",
        work: "-\(factor(step.eta))v̂", value: -step.eta * corrected),
    ]
  }
}

extension Nesterov: Narrated {
  func lines(of step: DescentStep) -> [StepLine] {
    let (old, new) = step.moment("v")
    let ahead = step.g + Double(momentum) * new
    return [
      StepLine(
        words: "The velocity keeps \(text(momentum)) of itself and adds the gradient:",
        symbol: "v", work: "\(factor(momentum))\(text(old)) + \(text(step.g))", value: new,
        replaces: true),
      StepLine(
        words: "It looks ahead: the gradient, and where the velocity is about to go:",
        symbol: "g + μv", work: "\(text(step.g)) + \(factor(momentum))v", value: ahead),
      StepLine(
        words: "The step goes against that, η times as long:", symbol: "Δ",
        work: "-\(factor(step.eta))(g + μv)", value: -step.eta * ahead),
    ]
  }
}
