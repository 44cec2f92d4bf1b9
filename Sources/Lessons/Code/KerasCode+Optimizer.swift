import Engine

/// How a gradient becomes a step in Keras.
extension KerasCode {
  private var regularization: Regularization { training.regularization }
  private var decays: Bool { regularization.l2 > 0 && regularization.l2IsDecoupled }
  private var shrinks: Bool { regularization.l1 > 0 && regularization.l1IsProximal }

  var optimizer: [String] {
    let made = KerasOptimizer(program)
    let around = around(made.name)
    let clipping: [String] =
      switch training.clipping {
      case .none: []
      case .norm(let limit): ["global_clipnorm=\(Python.number(limit))"]
      case .value(let limit): ["clipvalue=\(Python.number(limit))"]
      }
    let name = around.isEmpty ? made.name : "Steps"
    let rate = rateObject == nil ? program.rate : "rate"
    return Python.comment("The optimiser: \(type(of: training.optimizer).formula)")
      + made.note.map { Python.comment($0) }.joined() + made.written + around
      + Python.call("optimizer = \(name)(", [rate] + made.settings + clipping, ")")
  }

  /// What is done around the step of an optimiser that has no word for it.
  private func around(_ base: String) -> [String] {
    guard decays || shrinks || !program.frozen.isEmpty else { return [] }
    return [
      "class Steps(\(base)):", "    \"\"\"The optimiser, with what Keras has no word for.\"\"\"",
    ]
      + (decays || shrinks ? updateStep : []) + (program.frozen.isEmpty ? [] : apply) + ["", ""]
  }

  private var updateStep: [String] {
    var lines = [
      "", "    def update_step(self, gradient, variable, learning_rate):",
      "        rate = ops.cast(learning_rate, variable.dtype)",
      "        is_matrix = len(variable.shape) == 2  # biases stay free",
    ]
    if decays {
      lines += [
        "        if is_matrix:  # L2 as a decay",
        "            share = 1 - rate * \(Python.number(regularization.l2))",
        "            self.assign(variable, variable * share)",
      ]
    }
    lines.append("        super().update_step(gradient, variable, learning_rate)")
    if shrinks {
      lines += [
        "        if is_matrix:  # L1 as a proximal step",
        "            size = ops.abs(variable) - rate * \(Python.number(regularization.l1))",
        "            shrunk = ops.sign(variable) * ops.maximum(size, 0)",
        "            self.assign(variable, shrunk)",
      ]
    }
    return lines
  }

  private var apply: [String] {
    [
      "", "    def apply(self, grads, trainable_variables=None):",
      "        variables = trainable_variables or self._trainable_variables",
      "        held = [ops.copy(v) for v in variables]",
      "        grads = [ops.where(m, 0.0, g) for m, g in zip(frozen, grads)]",
      "        super().apply(grads, trainable_variables)",
      "        for v, mask, old in zip(variables, frozen, held):",
      "            v.assign(ops.where(mask, old, ops.convert_to_tensor(v)))",
    ]
  }

  /// What no step changes.
  var frozen: [String] {
    guard !program.frozenPlaces.isEmpty else { return [] }
    var lines = [
      "# Frozen: no step changes these.",
      "frozen = [np.zeros(v.shape, bool) for v in model.trainable_variables]",
    ]
    for (tensor, rows) in program.frozenRows {
      for row in rows {
        lines.append(
          row.inputs.isEmpty
            ? "frozen[\(tensor)][\(row.unit)] = True"
            : "frozen[\(tensor)][\(row.inputs), \(row.unit)] = True")
      }
    }
    return lines
  }

  /// The rate as an object of Keras, where it counts steps; nil where it is a number.
  private var rateObject: [String]? {
    guard !program.rateIsConstant, program.countsSteps else { return nil }
    let rate = program.rate
    let schedules = "rate = keras.optimizers.schedules"
    if training.schedule.warmUp <= 0 {
      switch training.schedule.shape {
      case let shape as StepDecay:
        return Python.call(
          "\(schedules).ExponentialDecay(",
          [
            rate, "decay_steps=\(Int(min(max(1, shape.every), 1e9)))",
            "decay_rate=\(Python.number(shape.factor))", "staircase=True",
          ], ")")
      case let shape as ExponentialDecay:
        return Python.call(
          "\(schedules).ExponentialDecay(",
          [rate, "decay_steps=1", "decay_rate=\(Python.number(shape.factor))"], ")")
      case let shape as InverseTimeDecay:
        return Python.call(
          "\(schedules).InverseTimeDecay(",
          [rate, "decay_steps=1", "decay_rate=\(Python.number(shape.decay))"], ")")
      case let shape as CosineDecay:
        return Python.call(
          "\(schedules).CosineDecay(",
          [
            rate, "decay_steps=\(Int(min(max(1, shape.period), 1e9)))",
            "alpha=\(Python.number(program.lowestShare))",
          ], ")")
      default: break
      }
    }
    return [
      "class Rate(keras.optimizers.schedules.LearningRateSchedule):",
      "    def __call__(self, step):",
      "        t = ops.cast(step, \"float32\")",
    ] + program.shareOfTensors.map { "        " + $0 } + [
      "        return \(rate) * share", "", "    def get_config(self):", "        return {}", "",
      "",
      "rate = Rate()",
    ]
  }

  var schedule: [String] {
    guard !program.rateIsConstant else { return [] }
    let comment = program.scheduleComment
    if let rateObject { return comment + rateObject }
    return comment + [
      "def factor(t):", "    \"\"\"The rate at time t, as a share of the first one.\"\"\"",
    ] + program.shareBody + [
      "", "", "def rate(epoch, now):", "    return \(program.rate) * factor(epoch)", "",
    ]
  }

  var fit: [String] {
    var callbacks: [String] = []
    if !program.rateIsConstant && !program.countsSteps {
      callbacks.append("keras.callbacks.LearningRateScheduler(rate)")
    }
    var lines = program.trainingHead
    if program.stopsEarly {
      lines += Python.comment(
        "Keras compares epochs alone, Percept the start as well; Keras adds penalties to val_loss,"
          + " and brings the best weights back even where nothing has stopped.")
      lines += Python.call(
        "stopping = keras.callbacks.EarlyStopping(",
        [
          "monitor=\"val_loss\"", "mode=\"min\"", "patience=\(training.patience)",
          "restore_best_weights=True",
        ], ")")
      callbacks.append("stopping")
    } else if training.patience > 0 {
      lines += Python.comment(
        "Patience \(training.patience) waits for validation points; there are none.")
    }
    lines += [
      "model.compile(optimizer=optimizer, loss=loss)", "model.fit(", "    x[train],",
      "    y[train],", "    batch_size=\(training.batchSize),",
      "    epochs=epochs,",
      "    shuffle=\(training.shuffles ? "True" : "False"),", "    verbose=0,",
    ]
    if program.stopsEarly {
      lines += ["    validation_data=(x[validation], y[validation]),"]
    }
    if !callbacks.isEmpty {
      lines += ["    callbacks=["] + callbacks.map { "        \($0)," } + ["    ],"]
    }
    return lines + [")"]
  }
}
