import Engine

/// The network in PyTorch.
extension PyTorchCode {
  /// What PyTorch has no layer for.
  var helpers: [String] {
    var parts: [[String]] = []
    if program.uses(.sin) || program.uses(.step) || !program.killed.isEmpty { parts.append(apply) }
    if program.uses(.step) { parts.append(step) }
    if program.uses(Program.residual) || program.usesODE { parts.append(fitted) }
    if program.uses(Program.residual) { parts.append(residual) }
    if program.usesODE { parts.append(continuous) }
    if program.hasLoneBatches { parts.append(batchNorm) }
    return Array(parts.joined(separator: [""]))
  }

  private var apply: [String] {
    [
      "class Apply(nn.Module):", "    \"\"\"A layer that applies a function.\"\"\"", "",
      "    def __init__(self, function):", "        super().__init__()",
      "        self.function = function", "", "    def forward(self, x):",
      "        return self.function(x)", "",
    ]
  }

  private var step: [String] {
    [
      "def step(z):",
      "    \"\"\"0 or 1; the gradient passes as if the slope were 1 in -1...1.\"\"\"",
      "    line = z.clamp(-1, 1)", "    return line + ((z > 0).float() - line).detach()", "",
    ]
  }

  private var fitted: [String] {
    [
      "def fitted(x, units):",
      "    \"\"\"As many columns as there are units: cut, or filled with 0.\"\"\"",
      "    return functional.pad(x[:, :units], (0, max(0, units - x.shape[1])))", "",
    ]
  }

  private var residual: [String] {
    [
      "class Residual(nn.Sequential):", "    \"\"\"a = x + F(x): a shortcut around layers.\"\"\"",
      "",
      "    def forward(self, x):", "        y = super().forward(x)",
      "        return y + fitted(x, y.shape[1])", "",
    ]
  }

  private var continuous: [String] {
    var lines = [
      "class Continuous(nn.Module):",
      "    \"\"\"y = h(1) of dh/dt = f(W h + b) from h(0) = x, by n steps.\"\"\"", "",
      "    def __init__(self, units, activation, n, method):", "        super().__init__()",
      "        self.field = nn.Sequential(nn.Linear(units, units), *activation)",
      "        self.units, self.n, self.method = units, n, method", "", "    def forward(self, x):",
      "        h, f, dt = fitted(x, self.units), self.field, 1 / self.n",
      "        for _ in range(self.n):",
    ]
    lines += Self.solver.map { "            " + $0 }
    return lines + ["        return h", ""]
  }

  /// One step of a solver, in both frameworks.
  static let solver = [
    "k1 = f(h)", "if self.method == \"euler\":", "    h = h + dt * k1", "    continue",
    "k2 = f(h + dt / 2 * k1)", "k3 = f(h + dt / 2 * k2)", "k4 = f(h + dt * k3)",
    "h = h + dt / 6 * (k1 + 2 * k2 + 2 * k3 + k4)",
  ]

  private var batchNorm: [String] {
    [
      "class BatchNorm(nn.BatchNorm1d):",
      "    \"\"\"PyTorch refuses a batch of one sample; it has no spread, so x̂ is 0.\"\"\"", "",
      "    def forward(self, x):", "        if not self.training or len(x) > 1:",
      "            return super().forward(x)", "        with torch.no_grad():",
      "            self.running_mean.lerp_(x[0], self.momentum)",
      "        return self.weight * (x - x) + self.bias", "",
    ]
  }

  var model: [String] {
    var lines = ["# The network.", "model = nn.Sequential("]
    var width = spec.inputCount
    for (number, level) in program.levels.enumerated() {
      var layers = self.layers(level, inputs: width)
      if let mask = program.mask(ofLevel: number) {
        layers.append("Apply(lambda a: a * torch.tensor(\(mask)))")
      }
      lines += Python.layers(layers, indent: "    ")
      width = level.units
    }
    return lines + [")"]
  }

  private func layers(_ level: NetworkSpec.Hidden, inputs: Int) -> [String] {
    let activation = activation(level.activation).map { [$0] } ?? []
    let dropout = level.dropout > 0 ? ["nn.Dropout(\(Python.number(level.dropout)))"] : []
    let norm: [String]
    switch level.normalization {
    case Program.batchNorm:
      norm = [
        program.hasLoneBatches ? "BatchNorm(\(level.units))" : "nn.BatchNorm1d(\(level.units))"
      ]
    case .some: norm = ["nn.LayerNorm(\(level.units))"]
    case nil: norm = []
    }
    if program.isContinuous(level) {
      let list = activation.isEmpty ? "[]" : "[\(activation[0])]"
      let method = level.wiring == "ode-euler" ? "euler" : "rk4"
      return [
        "Continuous(\(level.units), \(list), \(level.solverSteps), \"\(method)\")"
      ] + norm + dropout
    }
    let dense = ["nn.Linear(\(inputs), \(level.units))"] + norm + activation + dropout
    return level.wiring == Program.residual
      ? ["Residual(\(dense.joined(separator: ", ")))"] : dense
  }

  /// The layer of an activation; nil for none.
  private func activation(_ activation: Activation) -> String? {
    switch activation {
    case .linear: nil
    case .relu: "nn.ReLU()"
    case .leakyReLU: "nn.LeakyReLU(0.01)"
    case .elu: "nn.ELU()"
    case .selu: "nn.SELU()"
    case .gelu: "nn.GELU()"
    case .silu: "nn.SiLU()"
    case .softplus: "nn.Softplus()"
    case .sigmoid: "nn.Sigmoid()"
    case .tanh: "nn.Tanh()"
    case .sin: "Apply(torch.sin)"
    case .step: "Apply(step)"
    case .softmax: "nn.Softmax(dim=1)"
    }
  }

  /// The first weights, as the engine draws them.
  var initialization: [String] {
    let initializer = spec.initializer
    let draw =
      switch initializer {
      case .playground: "nn.init.uniform_(layer.weight, -0.5, 0.5)"
      case .xavier: "nn.init.xavier_uniform_(layer.weight)"
      case .xavierNormal: "nn.init.xavier_normal_(layer.weight)"
      case .he: "nn.init.kaiming_normal_(layer.weight, nonlinearity=\"relu\")"
      case .heUniform: "nn.init.kaiming_uniform_(layer.weight, nonlinearity=\"relu\")"
      case .lecun: "nn.init.kaiming_normal_(layer.weight, nonlinearity=\"linear\")"
      case .orthogonal: "nn.init.orthogonal_(layer.weight)"
      case .uniform(let limit):
        "nn.init.uniform_(layer.weight, -\(Python.number(limit)), \(Python.number(limit)))"
      case .normal(let deviation):
        "nn.init.normal_(layer.weight, std=\(Python.number(deviation)))"
      case .identity: "nn.init.eye_(layer.weight)"
      case .constant(let value): "nn.init.constant_(layer.weight, \(Python.number(value)))"
      case .zeros: "nn.init.zeros_(layer.weight)"
      }
    let bias =
      initializer == .playground
      ? "nn.init.constant_(layer.bias, 0.1)" : "nn.init.zeros_(layer.bias)"
    return Python.comment("The first weights, \(initializer.name): \(initializer.formula).") + [
      "for layer in model.modules():", "    if isinstance(layer, nn.Linear):",
      "        \(draw)", "        \(bias)",
    ]
  }
}
