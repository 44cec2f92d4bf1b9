import Engine

extension SettingCatalogue {
  private static let optimizers = KnobFamily.optimizers(OptimizerCatalogue.all)
  private static let schedules = KnobFamily.schedules(ScheduleCatalogue.all)

  /// The families whose members have numbers of their own.
  static let families: [KnobFamily] = [
    optimizers, schedules, .clippings, .losses, .initializers,
  ]

  /// The loss and how it is made small.
  static let training: [Setting] =
    [
      choice(
        "training.loss", "loss", "What training makes small.", .keepsWeights,
        Preset.LossChoice.allCases.map(\.rawValue), .losses,
        { $0.training.loss = Preset.LossChoice(rawValue: $1) ?? .halfSquaredError })
    ] + KnobFamily.losses.settings + [
      choice(
        "training.optimizer", "optimizer", "How a gradient becomes a step.", .live,
        OptimizerCatalogue.all.map { $0.name }, optimizers, { $0.training.optimizer = $1 })
    ] + optimizers.settings + rates + [
      choice(
        "training.clipping", "clipping", "What keeps one large gradient from doing harm.", .live,
        Clipping.allCases.map(\.name), .clippings, { $0.training.clipping = $1 })
    ] + KnobFamily.clippings.settings + overfitting + [
      choice(
        "training.shuffle", "shuffle", "Whether each epoch has an order of its own.", .live,
        ["true", "false"], { "\($0.training.shuffles)" },
        { $0.training.shuffles = $1 == "true" }),
      seed(
        "training.seed", "order", "Draws the order of the samples, dropout and noise.",
        .startsAnew, \.training.seed),
    ]

  /// How large a step is, and how many samples make one.
  private static let rates: [Setting] =
    [
      number(
        "training.learning-rate", "rate", "The learning rate η: how large a step is.", .live,
        1e-6...100,
        [0.00001, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10], unit: "",
        { $0.training.learningRate }, { $0.training.learningRate = $1 }),
      choice(
        "training.schedule", "schedule", "How the rate changes in the course of training.", .live,
        ScheduleCatalogue.all.map { $0.name }, schedules, { $0.training.schedule = $1 }),
    ] + schedules.settings + [
      whole(
        "training.warm-up", "warm-up", "Epochs or steps over which the rate climbs first.", .live,
        0...1_000_000, [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000], { $0.training.warmUp },
        { $0.training.warmUp = $1 }),
      choice(
        "training.schedule-unit", "counted in", "What the schedule and the warm-up count.", .live,
        ScheduleUnit.allCases.map(\.rawValue), { $0.training.scheduleUnit.rawValue },
        { $0.training.scheduleUnit = ScheduleUnit(rawValue: $1) ?? .epoch }),
      whole(
        "training.batch-size", "batch", "How many samples make one step.", .live, 1...20_000,
        [1, 2, 3, 5, 8, 10, 15, 20, 25, 30, 50, 100, 250, 500, 1000],
        { $0.training.batchSize }, { $0.training.batchSize = $1 }),
    ]

  private static let strengths = [
    0, 0.00001, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10,
  ]

  /// What works against overfitting.
  private static let overfitting: [Setting] = [
    number(
      "training.l1", "L1", "The strength λ₁ of Σ|w|, which makes weights exactly zero.", .live,
      0...10, strengths, unit: "", { $0.training.l1 }, { $0.training.l1 = $1 }),
    choice(
      "training.l1-form", "L1 form",
      "proximal shrinks weights after the step, penalty joins the loss.", .live,
      Preset.L1Form.allCases.map(\.rawValue), { $0.training.l1Form.rawValue },
      { $0.training.l1Form = Preset.L1Form(rawValue: $1) ?? .proximal }),
    number(
      "training.l2", "L2", "The strength λ₂ of Σw²/2, which keeps all weights small.", .live,
      0...10, strengths, unit: "", { $0.training.l2 }, { $0.training.l2 = $1 }),
    choice(
      "training.l2-form", "L2 form",
      "penalty joins the loss, decay shrinks weights beside the step.", .live,
      Preset.L2Form.allCases.map(\.rawValue), { $0.training.l2Form.rawValue },
      { $0.training.l2Form = Preset.L2Form(rawValue: $1) ?? .penalty }),
    number(
      "training.max-norm", "max norm",
      "The largest length of a unit's incoming weights; 0 for none.", .live, 0...1000,
      [0, 0.25, 0.5, 1, 2, 3, 4, 5, 10], unit: "", { $0.training.maxNorm },
      { $0.training.maxNorm = $1 }),
    number(
      "training.input-noise", "input noise",
      "The spread of noise that each step adds to the inputs.", .live, 0...10,
      [0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2], unit: "", { $0.training.inputNoise },
      { $0.training.inputNoise = $1 }),
    whole(
      "training.patience", "patience",
      "Stop after so many epochs with no better validation loss.", .live,
      0...1_000_000, [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000], { $0.training.patience },
      { $0.training.patience = $1 }),
  ]
}
