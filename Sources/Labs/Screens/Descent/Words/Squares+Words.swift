import Engine
import Studio

/// Optimisers that measure a step by the size of past gradients.
extension AdaGrad: Narrated {
  func lines(of step: DescentStep) -> [StepLine] {
    let (old, new) = step.moment("s")
    return [
      StepLine(
        words: "Each weight adds the square of its gradient to its sum:", symbol: "s",
        work: "\(text(old)) + \(text(step.g))²", value: new, replaces: true)
    ] + ownRates(step, squares: new, epsilon: epsilon, why: "which falls as the sum grows")
  }
}

extension RMSProp: Narrated {
  func lines(of step: DescentStep) -> [StepLine] {
    let (old, new) = step.moment("s")
    return [
      averageOfSquares("s", rho, old, new, step.g)
    ] + ownRates(step, squares: new, epsilon: epsilon, why: "larger where gradients were small")
  }
}

extension AdaDelta: Narrated {
  func lines(of step: DescentStep) -> [StepLine] {
    let squares = step.moment("s")
    let steps = step.moment("u")
    let epsilon = Double(epsilon)
    let way = step.g * root(steps.old + epsilon) / root(squares.new + epsilon)
    return [
      averageOfSquares("s", rho, squares.old, squares.new, step.g),
      StepLine(
        words: "The gradient, measured by its usual size, times the usual size of steps √u:",
        symbol: "d",
        work: "\(text(step.g))·√(\(text(steps.old)) + ε) / √(s + ε)", value: way),
      StepLine(
        words: "The average of squared steps takes \(text(1 - rho)) of the new one:", symbol: "u",
        work: "\(factor(rho))\(text(steps.old)) + \(factor(1 - rho))d²", value: steps.new,
        replaces: true),
      StepLine(
        words: "The step goes against d, η times as long:", symbol: "Δ",
        work: "-\(factor(step.eta))d", value: -step.eta * way),
    ]
  }
}

/// The average of squared gradients: `s ← ρ s + (1-ρ) g²`.
private func averageOfSquares(
  _ symbol: String, _ rho: Float, _ old: SIMD2<Double>, _ new: SIMD2<Double>, _ g: SIMD2<Double>
) -> StepLine {
  StepLine(
    words: "The average of squares keeps \(text(rho)) of itself and takes \(text(1 - rho)) of g²:",
    symbol: symbol, work: "\(factor(rho))\(text(old)) + \(factor(1 - rho))\(text(g))²",
    value: new, replaces: true)
}

/// The rates that both weights have for themselves, and the step with them.
private func ownRates(
  _ step: DescentStep, squares: SIMD2<Double>, epsilon: Float, why: String
) -> [StepLine] {
  let rates = step.eta / (root(squares) + Double(epsilon))
  return [
    StepLine(
      words: "That gives each weight a rate of its own, \(why):", symbol: "η/(√s + ε)",
      work: "\(text(step.eta))/√\(text(squares))", value: rates),
    StepLine(
      words: "The step goes against the gradient, each weight with its rate:", symbol: "Δ",
      work: "-\(text(rates))·\(text(step.g))", value: -rates * step.g),
  ]
}
