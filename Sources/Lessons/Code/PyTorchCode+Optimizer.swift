import Engine

/// How a gradient becomes a step in PyTorch.
extension PyTorchCode {
  var optimizer: [String] {
    let made = made
    return Python.comment("The optimiser: \(type(of: training.optimizer).formula)") + made.written
      + Python.call("optimizer = \(made.name)(", ["model.parameters()"] + made.settings, ")")
  }

  /// The optimiser's class, its settings, and its code where PyTorch has none like it.
  private var made: (name: String, settings: [String], written: [String]) {
    let rate = "lr=\(program.rate)"
    switch training.optimizer {
    case let momentum as Momentum:
      let settings = [rate, "momentum=\(Python.number(momentum.momentum))"]
      // PyTorch multiplies the whole velocity by the rate: the same, as long as that stays.
      if program.rateIsConstant { return ("torch.optim.SGD", settings, []) }
      return ("Momentum", settings, velocity)
    case let averaged as AveragedMomentum:
      return (
        "AveragedMomentum", [rate, "momentum=\(Python.number(averaged.momentum))"],
        average(isCorrected: averaged.biasCorrection >= 0.5)
      )
    case let nesterov as Nesterov:
      guard nesterov.momentum > 0 else { return ("torch.optim.SGD", [rate], []) }
      let settings = ["momentum=\(Python.number(nesterov.momentum))", "nesterov=True"]
      return ("torch.optim.SGD", [rate] + settings, [])
    case let adagrad as AdaGrad:
      return ("torch.optim.Adagrad", [rate, "eps=\(Python.number(adagrad.epsilon))"], [])
    case let adadelta as AdaDelta:
      let settings = [
        "rho=\(Python.number(adadelta.rho))", "eps=\(Python.number(adadelta.epsilon))",
      ]
      return ("torch.optim.Adadelta", [rate] + settings, [])
    case let rmsprop as RMSProp:
      let settings = [
        "alpha=\(Python.number(rmsprop.rho))", "eps=\(Python.number(rmsprop.epsilon))",
      ]
      return ("torch.optim.RMSprop", [rate] + settings, [])
    case let adam as Adam: return ("torch.optim.Adam", [rate] + betas(adam), [])
    case let adamW as AdamW:
      let decay = "weight_decay=\(Python.number(adamW.weightDecay))"
      return ("torch.optim.AdamW", [rate] + betas(adamW.adam) + [decay], [])
    default: return ("torch.optim.SGD", [rate], [])
    }
  }

  private func betas(_ adam: Adam) -> [String] {
    [
      "betas=(\(Python.number(adam.beta1)), \(Python.number(adam.beta2)))",
      "eps=\(Python.number(adam.epsilon))",
    ]
  }

  private var velocity: [String] {
    written(
      "Momentum", "The rate is inside the velocity, where a schedule acts on new steps only.",
      [
        "v = self.state[w].setdefault(\"v\", torch.zeros_like(w))",
        "v.mul_(momentum).add_(w.grad, alpha=rate)", "w.sub_(v)",
      ])
  }

  private func average(isCorrected: Bool) -> [String] {
    let correction = [
      "t = self.state[w][\"t\"] = self.state[w].get(\"t\", 0) + 1",
      "w.sub_(v, alpha=rate / (1 - momentum**t))",
    ]
    return written(
      "AveragedMomentum", "PyTorch's dampened momentum begins with the whole gradient, not at 0.",
      [
        "v = self.state[w].setdefault(\"v\", torch.zeros_like(w))",
        "v.mul_(momentum).add_(w.grad, alpha=1 - momentum)",
      ] + (isCorrected ? correction : ["w.sub_(v, alpha=rate)"]))
  }

  private func written(_ name: String, _ help: String, _ step: [String]) -> [String] {
    [
      "class \(name)(torch.optim.Optimizer):"
    ] + Python.comment(help, indent: "    ") + [
      "    def __init__(self, parameters, lr, momentum):",
      "        super().__init__(parameters, {\"lr\": lr, \"momentum\": momentum})", "",
      "    @torch.no_grad()", "    def step(self, closure=None):",
      "        for group in self.param_groups:",
      "            rate, momentum = group[\"lr\"], group[\"momentum\"]",
      "            for w in group[\"params\"]:",
    ] + step.map { "                " + $0 } + ["", ""]
  }

  /// The body of the function that `LambdaLR` takes.
  var factorLines: [String] { program.shareBody }

  var schedule: [String] {
    guard !program.rateIsConstant else { return [] }
    let comment = program.scheduleComment
    let scheduler = "torch.optim.lr_scheduler"
    if training.schedule.warmUp <= 0 {
      switch training.schedule.shape {
      case let shape as StepDecay:
        return comment
          + Python.call(
            "schedule = \(scheduler).StepLR(",
            [
              "optimizer", "step_size=\(Int(min(max(1, shape.every), 1e9)))",
              "gamma=\(Python.number(shape.factor))",
            ], ")")
      case let shape as ExponentialDecay:
        return comment
          + Python.call(
            "schedule = \(scheduler).ExponentialLR(",
            ["optimizer", "gamma=\(Python.number(shape.factor))"], ")")
      default: break
      }
    }
    return comment + [
      "def factor(t):", "    \"\"\"The rate at time t, as a share of the first one.\"\"\"",
    ] + factorLines + ["", "", "schedule = \(scheduler).LambdaLR(optimizer, factor)"]
  }

  /// What no step changes.
  var frozen: [String] {
    let places = program.frozenPlaces
    guard !places.isEmpty else { return [] }
    var lines = [
      "# Frozen: no step changes these.",
      "frozen = [torch.zeros_like(p, dtype=torch.bool) for p in model.parameters()]",
    ]
    for (tensor, rows) in program.frozenRows {
      for row in rows {
        lines.append(
          row.inputs.isEmpty
            ? "frozen[\(tensor)][\(row.unit)] = True"
            : "frozen[\(tensor)][\(row.unit), \(row.inputs)] = True")
      }
    }
    return lines
  }
}
