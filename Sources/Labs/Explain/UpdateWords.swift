import Drawing
import Engine
import Studio

/// What the next step does to one parameter, as the optimiser's formula with the numbers put in.
struct UpdateWords {
  /// The formula, line by line.
  let lines: [String]

  init(_ figures: Figures) {
    let session = figures.session
    let trainer = session.trainer
    let index = figures.parameter
    guard figures.isFinite, trainer.network.parameters.indices.contains(index) else {
      lines = []
      return
    }
    let next = session.nextStep()
    guard next.gradient.indices.contains(index) else {
      lines = []
      return
    }
    let step = Step(
      w: trainer.network.parameters[index], g: next.gradient[index], rate: trainer.learningRate,
      before: session.moments(ofParameter: index).map(\.value),
      after: next.moments.map { $0.indices.contains(index) ? $0[index] : 0 },
      counters: trainer.settings.optimizer.counters, result: next.parameters[index])
    let name = session.name(ofParameter: index)
    let words = step.words(trainer.settings.optimizer)
    var end: [String] = []
    let result = Figures.text(step.result)
    if session.isFrozen(index) {
      end = ["frozen: w stays \(result)"]
    } else if trainer.settings.regularization != .none,
      words.last?.hasSuffix(" = \(result)") != true
    {
      end = ["with decay, L1 or max norm beside it: w ← \(result)"]
    }
    lines =
      ["w: \(name), η = \(Figures.text(step.rate)), g = \(Figures.text(step.g))"] + words + end
  }

  /// The numbers of one step of one parameter.
  private struct Step {
    let w: Float
    let g: Float
    let rate: Float
    let before: [Float]
    let after: [Float]
    let counters: [Double]
    let result: Float

    private func n(_ value: Float) -> String { Figures.operand(value) }
    private func t(_ value: Float) -> String { Figures.text(value) }
    private func t(_ value: Double) -> String { Figures.text(value) }
    private func n(_ value: Double) -> String { Figures.operand(Float(value)) }

    private func before(_ place: Int) -> Float {
      before.indices.contains(place) ? before[place] : 0
    }
    private func after(_ place: Int) -> Float { after.indices.contains(place) ? after[place] : 0 }

    /// 1 less a factor's power after this step.
    private func rest(_ place: Int, _ factor: Float) -> Double {
      1 - (counters.indices.contains(place) ? counters[place] : 1) * Double(factor)
    }

    /// The formulas of an optimiser, one a line.
    func words(_ optimizer: any Optimizer) -> [String] {
      switch optimizer {
      case let momentum as Momentum:
        return [
          "v ← \(n(momentum.momentum)) · \(n(before(0))) + \(n(rate)) · \(n(g)) = \(t(after(0)))",
          moved("\(n(after(0)))", by: after(0)),
        ]
      case let averaged as AveragedMomentum:
        let m = averaged.momentum
        let rest = rest(0, m)
        let isCorrected = averaged.biasCorrection >= 0.5 && rest > 0
        let size = isCorrected ? Float(Double(rate) / rest) : rate
        return [
          "v ← \(n(m)) · \(n(before(0))) + \(n(1 - m)) · \(n(g)) = \(t(after(0)))",
          moved(
            "\(n(rate)) · \(n(after(0)))" + (isCorrected ? " / \(n(rest))" : ""),
            by: size * after(0)),
        ]
      case let nesterov as Nesterov:
        let m = nesterov.momentum
        return [
          "v ← \(n(m)) · \(n(before(0))) + \(n(g)) = \(t(after(0)))",
          moved(
            "\(n(rate)) · (\(n(g)) + \(n(m)) · \(n(after(0))))", by: rate * (g + m * after(0))),
        ]
      case let adagrad as AdaGrad:
        return ["s ← \(n(before(0))) + \(n(g))² = \(t(after(0)))", scaled(adagrad.epsilon)]
      case let rmsprop as RMSProp:
        let rho = rmsprop.rho
        return [
          "s ← \(n(rho)) · \(n(before(0))) + \(n(1 - rho)) · \(n(g))² = \(t(after(0)))",
          scaled(rmsprop.epsilon),
        ]
      case let adadelta as AdaDelta: return words(adadelta)
      case let adam as Adam: return words(adam, keeping: 1)
      case let adamW as AdamW:
        return words(adamW.adam, keeping: 1 - rate * adamW.weightDecay)
      default: return [moved("\(n(rate)) · \(n(g))", by: rate * g)]
      }
    }

    private func words(_ adadelta: AdaDelta) -> [String] {
      let (rho, e) = (adadelta.rho, adadelta.epsilon)
      let size = (before(1) + e).squareRoot() / (after(0) + e).squareRoot() * g
      let roots = "√\(n(before(1) + e)) / √\(n(after(0) + e))"
      return [
        "s ← \(n(rho)) · \(n(before(0))) + \(n(1 - rho)) · \(n(g))² = \(t(after(0)))",
        "Δ = \(n(g)) · \(roots) = \(t(size))", moved("\(n(rate)) · \(n(size))", by: rate * size),
      ]
    }

    private func words(_ adam: Adam, keeping share: Float) -> [String] {
      let (b1, b2) = (adam.beta1, adam.beta2)
      let (rest1, rest2) = (rest(0, b1), rest(1, b2))
      let (mean, square) = (Double(after(0)) / rest1, Double(after(1)) / rest2)
      let move = Double(rate) * mean / (square.squareRoot() + Double(adam.epsilon))
      let kept = share == 1 ? n(w) : "\(n(share)) · \(n(w))"
      return [
        "m ← \(n(b1)) · \(n(before(0))) + \(n(1 - b1)) · \(n(g)) = \(t(after(0)))",
        "v ← \(n(b2)) · \(n(before(1))) + \(n(1 - b2)) · \(n(g))² = \(t(after(1)))",
        "m̂ = \(t(after(0))) / \(n(rest1)) = \(t(mean))",
        "v̂ = \(t(after(1))) / \(n(rest2)) = \(t(square))",
        "w ← \(kept) - \(n(rate)) · \(n(mean)) / (√\(n(square)) + \(n(adam.epsilon)))"
          + " = \(Figures.text(share * w - Float(move)))",
      ]
    }

    private func scaled(_ epsilon: Float) -> String {
      moved(
        "\(n(rate)) · \(n(g)) / (√\(n(after(0))) + \(n(epsilon)))",
        by: rate * g / (after(0).squareRoot() + epsilon))
    }

    private func moved(_ text: String, by step: Float) -> String {
      "w ← \(Figures.text(w)) - \(text) = \(Figures.text(w - step))"
    }
  }
}
