import Engine

/// The training in PyTorch, step by step in the engine's order.
extension PyTorchCode {
  private var regularization: Regularization { training.regularization }

  /// Whether something beside the optimiser moves the weights or looks at them.
  private var needsMatrices: Bool {
    regularization.l1 > 0 || regularization.l2 > 0 || regularization.maxNorm > 0
  }

  /// Whether weights shrink by the rate beside the optimiser's step.
  private var needsRate: Bool {
    (regularization.l1 > 0 && regularization.l1IsProximal)
      || (regularization.l2 > 0 && regularization.l2IsDecoupled)
  }

  var loop: [String] {
    var lines = program.trainingHead
    if needsMatrices {
      lines.append(
        "matrices = [p for p in model.parameters() if p.dim() == 2]  # biases stay free")
    }
    lines += Python.call(
      "batches = DataLoader(",
      [
        "TensorDataset(x[train], y[train])", "batch_size=\(training.batchSize)",
        "shuffle=\(training.shuffles ? "True" : "False")",
      ], ")")
    lines += watch
    lines.append("for epoch in range(epochs):")
    lines += (["model.train()", "for inputs, targets in batches:"] + step.map { "    " + $0 })
      .map { "    " + $0 }
    if !program.rateIsConstant && !program.countsSteps { lines.append("    schedule.step()") }
    return lines + judge
  }

  /// One step, from the noise to the limits on weights.
  private var step: [String] {
    var lines: [String] = []
    if training.inputNoise > 0 {
      let spread = Python.number(training.inputNoise)
      lines.append("inputs = inputs + \(spread) * torch.randn_like(inputs)")
    }
    lines += ["optimizer.zero_grad()", "cost = loss(model(inputs), targets)"] + penalties
    lines.append("cost.backward()")
    let isFrozen = !program.frozen.isEmpty
    if isFrozen {
      lines += [
        "held = [p.detach().clone() for p in model.parameters()]",
        "for p, mask in zip(model.parameters(), frozen):", "    p.grad[mask] = 0",
      ]
    }
    lines += clipping + before + ["optimizer.step()"] + after
    if isFrozen {
      lines += [
        "with torch.no_grad():", "    for p, mask, old in zip(model.parameters(), frozen, held):",
        "        p[mask] = old[mask]",
      ]
    }
    return lines + (!program.rateIsConstant && program.countsSteps ? ["schedule.step()"] : [])
  }

  private var penalties: [String] {
    var lines: [String] = []
    if regularization.l2 > 0 && !regularization.l2IsDecoupled {
      let strength = Python.number(regularization.l2)
      lines.append("cost += \(strength) / 2 * sum((w**2).sum() for w in matrices)  # L2")
    }
    if regularization.l1 > 0 && !regularization.l1IsProximal {
      let strength = Python.number(regularization.l1)
      lines.append("cost += \(strength) * sum(w.abs().sum() for w in matrices)  # L1")
    }
    return lines
  }

  private var clipping: [String] {
    switch training.clipping {
    case .none: []
    case .norm(let limit):
      ["nn.utils.clip_grad_norm_(model.parameters(), \(Python.number(limit)))"]
    case .value(let limit):
      ["nn.utils.clip_grad_value_(model.parameters(), \(Python.number(limit)))"]
    }
  }

  /// L2 as a decay, before the optimiser's step.
  private var before: [String] {
    var lines = needsRate ? ["rate = optimizer.param_groups[0][\"lr\"]"] : []
    if regularization.l2 > 0 && regularization.l2IsDecoupled {
      lines += [
        "with torch.no_grad():", "    for w in matrices:  # L2 as a decay",
        "        w *= 1 - rate * \(Python.number(regularization.l2))",
      ]
    }
    return lines
  }

  /// L1 as a proximal step, then the largest length of a unit's weights.
  private var after: [String] {
    var body: [String] = []
    if regularization.l1 > 0 && regularization.l1IsProximal {
      let shrunk = "functional.softshrink(w, rate * \(Python.number(regularization.l1)))"
      body.append("w.copy_(\(shrunk))  # L1")
    }
    if regularization.maxNorm > 0 {
      let limit = Python.number(regularization.maxNorm)
      body += ["length = w.norm(dim=1, keepdim=True)", "w *= (\(limit) / length).clamp(max=1)"]
    }
    guard !body.isEmpty else { return [] }
    return ["with torch.no_grad():", "    for w in matrices:"] + body.map { "        " + $0 }
  }

  /// What early stopping sets out from.
  private var watch: [String] {
    guard program.stopsEarly else { return [] }
    return [
      "", "", "def validate():", "    model.eval()", "    with torch.no_grad():",
      "        return loss(model(x[validation]), y[validation]).item()", "", "",
      "best, waited = validate(), 0", "kept = copy.deepcopy(model.state_dict())",
    ]
  }

  /// What early stopping does after an epoch.
  private var judge: [String] {
    guard training.patience > 0 else { return [] }
    guard program.stopsEarly else {
      return Python.comment(
        "Patience \(training.patience) waits for validation points; there are none.")
    }
    return [
      "    now = validate()", "    if now < best:", "        best, waited = now, 0",
      "        kept = copy.deepcopy(model.state_dict())", "        continue", "    waited += 1",
      "    if waited >= \(training.patience):  # the best weights come back",
      "        model.load_state_dict(kept)", "        break",
    ]
  }
}
