import Engine

/// An optimiser by its name and settings in Keras, or written out where Keras has none like it.
struct KerasOptimizer {
  /// The class.
  let name: String
  /// Its settings beside the rate.
  let settings: [String]
  /// What differs and cannot be seen.
  private(set) var note: [String] = []
  /// The class as code; empty for one of Keras.
  private(set) var written: [String] = []

  /// An ε so small that it does not matter where it stands.
  private static let smallEpsilon: Float = 1e-6

  init(_ program: Program) {
    switch program.training.optimizer {
    case let momentum as Momentum:
      self.init("SGD", ["momentum=\(Python.number(momentum.momentum))"])
    case let averaged as AveragedMomentum:
      let m = Python.number(averaged.momentum)
      let rate = averaged.biasCorrection >= 0.5 ? "rate / (1 - m**t)" : "rate"
      self.init(
        written: "AveragedMomentum", moments: ["v"], numbers: [("m", m)],
        ["v = m * v + (1 - m) * g", "w = w - \(rate) * v"])
    case let nesterov as Nesterov:
      let m = Python.number(nesterov.momentum)
      // With the rate inside the velocity, as Keras has it, a schedule gives other steps.
      if program.rateIsConstant {
        self.init("SGD", ["momentum=\(m)", "nesterov=True"])
      } else {
        self.init(
          written: "Nesterov", moments: ["v"], numbers: [("m", m)],
          ["v = m * v + g", "w = w - rate * (g + m * v)"])
      }
    case let adagrad as AdaGrad:
      let e = adagrad.epsilon
      if e <= Self.smallEpsilon {
        self.init("Adagrad", ["initial_accumulator_value=0.0", "epsilon=\(Self.squared(e))"])
        note = [Self.inRoot]
      } else {
        self.init(
          written: "AdaGrad", moments: ["s"], numbers: [("e", Python.number(e))],
          ["s = s + g * g", "w = w - rate * g / (ops.sqrt(s) + e)"])
      }
    case let adadelta as AdaDelta:
      let epsilon = Python.number(adadelta.epsilon)
      self.init("Adadelta", ["rho=\(Python.number(adadelta.rho))", "epsilon=\(epsilon)"])
    case let rmsprop as RMSProp:
      let (rho, e) = (Python.number(rmsprop.rho), rmsprop.epsilon)
      if e <= Self.smallEpsilon {
        self.init("RMSprop", ["rho=\(rho)", "epsilon=\(Self.squared(e))"])
        note = [Self.inRoot]
      } else {
        self.init(
          written: "RMSProp", moments: ["s"], numbers: [("rho", rho), ("e", Python.number(e))],
          ["s = rho * s + (1 - rho) * g * g", "w = w - rate * g / (ops.sqrt(s) + e)"])
      }
    case let adam as Adam: self.init(adam, decay: nil)
    case let adamW as AdamW: self.init(adamW.adam, decay: adamW.weightDecay)
    default: self.init("SGD", [])
    }
  }

  private init(_ name: String, _ settings: [String]) {
    self.name = "keras.optimizers.\(name)"
    self.settings = settings
  }

  private init(_ adam: Adam, decay: Float?) {
    let (b1, b2) = (Python.number(adam.beta1), Python.number(adam.beta2))
    let e = Python.number(adam.epsilon)
    if adam.epsilon <= Self.smallEpsilon {
      let weightDecay = decay.map { ["weight_decay=\(Python.number($0))"] } ?? []
      self.init(
        decay == nil ? "Adam" : "AdamW",
        ["beta_1=\(b1)", "beta_2=\(b2)", "epsilon=\(e)"] + weightDecay)
      note = [
        "Keras adds ε to √v before the correction of v, Percept after it: seen in the first steps,"
          + " where gradients are below 0.0001."
      ]
      return
    }
    let kept = decay.map { "(1 - rate * \(Python.number($0))) * w" } ?? "w"
    self.init(
      written: decay == nil ? "Adam" : "AdamW", moments: ["m", "v"],
      numbers: [("b1", b1), ("b2", b2), ("e", e)],
      [
        "m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g * g",
        "m_hat, v_hat = m / (1 - b1**t), v / (1 - b2**t)",
        "w = \(kept) - rate * m_hat / (ops.sqrt(v_hat) + e)",
      ])
  }

  /// A class of its own: `g` is the gradient, `w` the variable, `t` the number of the step from 1.
  private init(
    written name: String, moments: [String], numbers: [(name: String, value: String)],
    _ step: [String]
  ) {
    self.name = name
    settings = []
    note = ["Keras has no optimiser that does just this."]
    let made = moments.map {
      "        self.\($0) = [self.add_variable_from_reference(w, \"\($0)\") for w in variables]"
    }
    let values = numbers.map { "        \($0.name) = \($0.value)" }
    let usesTime = step.contains { $0.contains("**t") }
    written =
      [
        "class \(name)(keras.optimizers.Optimizer):", "    def build(self, variables):",
        "        if self.built:", "            return", "        super().build(variables)",
      ] + made + [
        "", "    def update_step(self, gradient, variable, learning_rate):",
        "        g, w, rate = gradient, variable, ops.cast(learning_rate, \"float32\")",
      ] + values + (usesTime ? ["        t = ops.cast(self.iterations + 1, \"float32\")"] : [])
      + ["        i = self._get_variable_index(variable)"]
      + moments.map { "        \($0) = self.\($0)[i]" } + step.map { "        " + $0 }
      + moments.map { "        self.assign(self.\($0)[i], \($0))" }
      + ["        self.assign(variable, w)", "", ""]
  }

  private static func squared(_ epsilon: Float) -> String {
    let value = Double("\(epsilon)") ?? Double(epsilon)
    return Python.number(Double("\(Float(value * value))") ?? value * value)
  }

  private static let inRoot =
    "Keras has ε inside the root, so it is squared here: seen only where gradients are nearly 0."
}
