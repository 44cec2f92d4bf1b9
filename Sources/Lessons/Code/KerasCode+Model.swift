import Engine

/// The network in Keras.
extension KerasCode {
  /// What Keras has no layer for, and how a dense layer is made.
  var helpers: [String] { helpers(dense) }

  /// The same where nothing is trained, so that no first weights are drawn.
  var answeringHelpers: [String] { helpers(["dense = layers.Dense", ""]) }

  private func helpers(_ dense: [String]) -> [String] {
    var parts: [[String]] = []
    if program.uses(.step) { parts.append(step) }
    if program.uses(Program.residual) || program.usesODE { parts.append(fitted) }
    if program.uses(Program.residual) { parts.append(residual) }
    if program.usesODE { parts.append(continuous) }
    parts.append(dense)
    return Array(parts.joined(separator: [""]))
  }

  private var step: [String] {
    [
      "def step(z):",
      "    \"\"\"0 or 1; the gradient passes as if the slope were 1 in -1...1.\"\"\"",
      "    line = ops.clip(z, -1, 1)",
      "    return line + ops.stop_gradient(ops.cast(z > 0, z.dtype) - line)", "",
    ]
  }

  private var fitted: [String] {
    [
      "def fitted(x, units):",
      "    \"\"\"As many columns as there are units: cut, or filled with 0.\"\"\"",
      "    return ops.pad(x[:, :units], ((0, 0), (0, max(0, units - x.shape[1]))))", "",
    ]
  }

  private var residual: [String] {
    [
      "class Residual(layers.Layer):", "    \"\"\"a = x + F(x): a shortcut around layers.\"\"\"",
      "",
      "    def __init__(self, *inner):", "        super().__init__()",
      "        self.inner = list(inner)", "", "    def call(self, x):", "        y = x",
      "        for layer in self.inner:", "            y = layer(y)",
      "        return y + fitted(x, y.shape[1])", "",
    ]
  }

  private var continuous: [String] {
    [
      "class Continuous(layers.Layer):",
      "    \"\"\"y = h(1) of dh/dt = f(W h + b) from h(0) = x, by n steps.\"\"\"", "",
      "    def __init__(self, units, field, n, method):", "        super().__init__()",
      "        self.field = field",
      "        self.units, self.n, self.method = units, n, method", "", "    def call(self, x):",
      "        h, dt = fitted(x, self.units), 1 / self.n", "",
      "        def f(h):", "            for layer in self.field:", "                h = layer(h)",
      "            return h", "", "        for _ in range(self.n):",
    ] + PyTorchCode.solver.map { "            " + $0 } + ["        return h", ""]
  }

  private var dense: [String] {
    let initializer = spec.initializer
    let bias = initializer == .playground ? "Constant(0.1)" : "Zeros()"
    let draw = draw(initializer)
    var settings = [["        activation=activation,"]]
    settings.append(
      Python.call(
        "        kernel_initializer=keras.initializers.\(draw.name)(", draw.settings, "),"))
    settings.append(["        bias_initializer=keras.initializers.\(bias),"])
    let regularization = training.regularization
    let l1 = regularization.l1IsProximal ? 0 : regularization.l1
    let l2 = regularization.l2IsDecoupled ? 0 : regularization.l2
    if l1 > 0 || l2 > 0 {
      settings.append(
        Python.call(
          "        kernel_regularizer=keras.regularizers.L1L2(",
          ["l1=\(Python.number(l1))", "l2=\(Python.number(l2)) / 2"], "),"))
    }
    if regularization.maxNorm > 0 {
      let limit = Python.number(regularization.maxNorm)
      settings.append(
        Python.call(
          "        kernel_constraint=keras.constraints.MaxNorm(", [limit, "axis=0"], "),"))
    }
    return Python.comment("The first weights, \(initializer.name): \(initializer.formula).")
      + ["def dense(units, activation=None):", "    return layers.Dense(", "        units,"]
      + settings.joined() + ["    )", ""]
  }

  /// Keras draws what it calls normal from a distribution cut at two deviations, unless told.
  private func draw(_ initializer: Initializer) -> (name: String, settings: [String]) {
    func normal(_ scale: Double, _ mode: String) -> (name: String, settings: [String]) {
      let words = [mode, "untruncated_normal"].map(Python.string)
      return ("VarianceScaling", [Python.number(scale)] + words)
    }
    switch initializer {
    case .playground: return ("RandomUniform", ["-0.5", "0.5"])
    case .xavier: return ("GlorotUniform", [])
    case .xavierNormal: return normal(1, "fan_avg")
    case .he: return normal(2, "fan_in")
    case .heUniform: return ("HeUniform", [])
    case .lecun: return normal(1, "fan_in")
    case .orthogonal: return ("Orthogonal", [])
    case .uniform(let limit):
      return ("RandomUniform", ["-\(Python.number(limit))", Python.number(limit)])
    case .normal(let deviation): return ("RandomNormal", ["stddev=\(Python.number(deviation))"])
    case .identity: return ("Identity", [])
    case .constant(let value): return ("Constant", [Python.number(value)])
    case .zeros: return ("Zeros", [])
    }
  }

  /// The layers.
  ///
  /// - Parameter trains: whether what acts in training alone matters.
  func model(trains: Bool) -> [String] {
    var lines = ["# The network."]
    if trains, !program.batchNormLevels.isEmpty {
      lines += Python.comment(
        "Keras moves a running variance towards the batch's own, Percept towards n / (n - 1)"
          + " times it; both train alike, and answer almost alike.")
      if program.hasLoneBatches {
        lines += Python.comment(
          "A batch of one sample has no spread: Keras takes that for the running variance, Percept"
            + " leaves it alone.")
      }
    }
    lines += ["model = keras.Sequential([", "    keras.Input((\(spec.inputCount),)),"]
    if trains, training.inputNoise > 0 {
      lines.append("    layers.GaussianNoise(\(Python.number(training.inputNoise))),")
    }
    for (number, level) in program.levels.enumerated() {
      var layers = self.layers(level)
      if let mask = program.mask(ofLevel: number) {
        layers.append("layers.Lambda(lambda a: a * ops.array(\(mask), \"float32\"))")
      }
      lines += Python.layers(layers, indent: "    ")
    }
    return lines + ["])"]
  }

  private func layers(_ level: NetworkSpec.Hidden) -> [String] {
    let dropout = level.dropout > 0 ? ["layers.Dropout(\(Python.number(level.dropout)))"] : []
    let norm: [String]
    switch level.normalization {
    case Program.batchNorm: norm = ["layers.BatchNormalization(momentum=0.9, epsilon=1e-5)"]
    case .some: norm = ["layers.LayerNormalization(epsilon=1e-5)"]
    case nil: norm = []
    }
    if program.isContinuous(level) {
      let field = dense(level, norm: []).joined(separator: ", ")
      let method = level.wiring == "ode-euler" ? "euler" : "rk4"
      return [
        "Continuous(\(level.units), [\(field)], \(level.solverSteps), \"\(method)\")"
      ] + norm + dropout
    }
    let parts = dense(level, norm: norm) + dropout
    return level.wiring == Program.residual
      ? ["Residual(\(parts.joined(separator: ", ")))"] : parts
  }

  /// The sums and the activation, with what normalises them between.
  private func dense(_ level: NetworkSpec.Hidden, norm: [String]) -> [String] {
    guard level.activation != .linear else { return ["dense(\(level.units))"] + norm }
    if level.activation == .leakyReLU {
      return ["dense(\(level.units))"] + norm + ["layers.LeakyReLU(negative_slope=0.01)"]
    }
    let name = name(level.activation)
    return norm.isEmpty
      ? ["dense(\(level.units), \(name))"]
      : ["dense(\(level.units))"] + norm + ["layers.Activation(\(name))"]
  }

  /// An activation by its name in Keras, or as a function.
  private func name(_ activation: Activation) -> String {
    switch activation {
    case .sin: "ops.sin"
    case .step: "step"
    case .linear, .relu, .elu, .selu, .gelu, .silu, .softplus, .sigmoid, .tanh, .softmax:
      Python.string(activation.rawValue)
    case .leakyReLU: Python.string("leaky_relu")
    }
  }
}
