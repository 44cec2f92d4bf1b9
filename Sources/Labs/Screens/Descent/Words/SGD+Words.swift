import Engine
import Studio

extension SGD: Narrated {
  func lines(of step: DescentStep) -> [StepLine] {
    [
      StepLine(
        words: "The step goes against the gradient, the rate η times as long:", symbol: "Δ",
        work: "-\(factor(step.eta))\(text(step.g))", value: -step.eta * step.g)
    ]
  }
}
