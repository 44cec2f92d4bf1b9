/// What more or less of a setting does, and where that is seen.
struct SettingText {
  var larger = ""
  var smaller = ""
  var seeIt = ""
  var formula = ""

  /// Of a setting, by its key.
  static func of(_ key: String) -> SettingText { texts[key] ?? SettingText() }

  private static let texts: [String: SettingText] = [
    "data.set": SettingText(seeIt: "the map (1); d draws other points of the same kind"),
    "data.noise": SettingText(
      larger: "classes overlap: no network gets every point right, a large one learns the noise",
      smaller: "classes are apart; a smooth boundary is enough", seeIt: "the map (1)"),
    "data.training": SettingText(
      larger: "more points to learn from, fewer to judge by",
      smaller: "a large network learns its few points by heart",
      seeIt: "the gap of the two losses (4)", formula: "n = share · N"),
    "data.validation": SettingText(
      larger: "a better judgement of settings, fewer points to test on",
      smaller: "0: settings are chosen by looking at the test, which makes it look too good",
      seeIt: "the loss (4); t shows these points on the map"),
    "data.stratified": SettingText(seeIt: "the scores (6), class by class"),
    "data.standardize": SettingText(
      seeIt: "inputs of very different size make a narrow valley: compare the loss (4)",
      formula: "x ← (x - μ) / σ, of the training points"),
    "data.samples": SettingText(
      larger: "the points tell more of the truth; overfitting gets harder",
      smaller: "chance says much: training and test loss part", seeIt: "the gap of the losses (4)"),
    "data.classes": SettingText(
      larger: "one output each from three on; guessing is right 1 time in k", seeIt: "the map (1)"),
    "data.seed": SettingText(seeIt: "d draws the next points"),
    "seed": SettingText(seeIt: "w draws new weights, d new points"),
    "features": SettingText(
      seeIt: "a line can't part a circle; with x₁² and x₂² and no hidden layer it can",
      formula: "z = Σ wᵢ φᵢ(x) + b"),
    "network.hidden": SettingText(
      larger: "bends more lines together: fits more, and overfits sooner",
      smaller: "without a hidden layer one straight line is all",
      seeIt: "lines (3), each unit's map in the network; ] [ } {"),
    "network.activation": SettingText(seeIt: "the maps of the units, the slopes among layers (5)"),
    "network.wiring": SettingText(seeIt: "gradients layer by layer (5)"),
    "network.normalization": SettingText(seeIt: "the spread of the sums, layer by layer (5)"),
    "network.dropout": SettingText(
      larger: "no unit can rely on another: less overfitting, slower learning",
      smaller: "0: all units take part in each step",
      seeIt: "the gap of the two losses (4)",
      formula: "a ← a / (1 - p) with probability 1 - p, else 0; nothing at test"),
    "network.solver-steps": SettingText(
      larger: "closer to the continuous flow, and slower",
      smaller: "1 step of Euler is a residual layer", seeIt: "the layer space (2)",
      formula: "Δt = 1 / n"),
    "network.initialization": SettingText(seeIt: "r starts anew with them; layers (5)"),
    "network.initialization-scale": SettingText(
      larger: "units saturate, or gradients explode", smaller: "units are alike; signals fade",
      seeIt: "the spread of sums and gradients by layer (5)"),
    "network.seed": SettingText(seeIt: "w draws the next weights"),
    "training.loss": SettingText(seeIt: "the loss (4); the map (1) for what it leads to"),
    "training.loss-delta": SettingText(
      larger: "more errors count squared", smaller: "more errors count by their size alone",
      formula: "(a - y)² / 2 up to |a - y| = δ"),
    "training.optimizer": SettingText(seeIt: "the loss (4), with the same rate and another one"),
    "training.momentum": SettingText(
      larger: "past steps last longer, about 1 / (1 - μ) of them; it may swing",
      smaller: "0: plain descent", seeIt: "the loss (4)"),
    "training.bias-correction": SettingText(
      formula: "v̂ = v / (1 - μᵗ)"),
    "training.rho": SettingText(
      larger: "the average looks further back, about 1 / (1 - ρ) steps",
      smaller: "the last gradients alone decide"),
    "training.beta1": SettingText(
      larger: "a smoother direction, about 1 / (1 - β₁) steps old", smaller: "0: no momentum",
      formula: "m ← β₁ m + (1 - β₁) g"),
    "training.beta2": SettingText(
      larger: "a steadier measure of the gradient's size", smaller: "steps jump with each batch",
      formula: "v ← β₂ v + (1 - β₂) g²"),
    "training.epsilon": SettingText(
      larger: "small gradients make small steps, as in plain descent",
      smaller: "even tiny gradients make whole steps"),
    "training.weight-decay": SettingText(
      larger: "all parameters are pulled to 0 more strongly", smaller: "0: plain Adam",
      formula: "w ← (1 - η λ) w - …"),
    "training.learning-rate": SettingText(
      larger: "quicker, until steps jump across the valley: the loss swings, then diverges",
      smaller: "surer, and slow; it may seem to stand still", seeIt: "the loss (4), + for speed"),
    "training.schedule": SettingText(seeIt: "the next rate among the numbers; the loss (4)"),
    "training.schedule-factor": SettingText(
      larger: "nearer to 1: the rate falls more slowly", smaller: "it falls faster"),
    "training.schedule-every": SettingText(
      larger: "the rate falls less often", smaller: "it falls more often"),
    "training.schedule-decay": SettingText(
      larger: "the rate is half of the first after 1/k", smaller: "0: it stays"),
    "training.schedule-minimum": SettingText(
      larger: "training goes on livelier in the end", smaller: "0: it comes to rest"),
    "training.schedule-period": SettingText(
      larger: "a longer way down", smaller: "the minimum is reached sooner"),
    "training.warm-up": SettingText(
      larger: "a gentler start, for steps whose averages have no past yet",
      smaller: "0: the full rate at once", formula: "η = η₀ (t + 1) / (n + 1) while t < n"),
    "training.schedule-unit": SettingText(seeIt: "the next rate among the numbers"),
    "training.batch-size": SettingText(
      larger: "a surer slope, fewer steps an epoch",
      smaller: "many noisy steps, which may shake it out of a hollow",
      seeIt: "s takes one step; the loss (4)", formula: "C = 1/m Σ Cₓ over the batch"),
    "training.clipping": SettingText(seeIt: "a rate at which it diverges otherwise"),
    "training.clipping-limit": SettingText(
      larger: "fewer gradients are cut", smaller: "steps are all short"),
    "training.l1": SettingText(
      larger: "more weights are exactly 0: the network gets sparse",
      smaller: "0: weights are as the data wants them", seeIt: "zero weights among the numbers",
      formula: "C + λ₁ Σ|w|"),
    "training.l1-form": SettingText(seeIt: "zero weights among the numbers"),
    "training.l2": SettingText(
      larger: "smaller weights, smoother maps; in the end a flat one",
      smaller: "0: weights are as the data wants them",
      seeIt: "the map (1), the weights' spread (5)",
      formula: "C + λ₂/2 Σw²"),
    "training.l2-form": SettingText(seeIt: "Adam, where the two differ"),
    "training.max-norm": SettingText(
      larger: "units may be steeper", smaller: "units stay gentle; 0: no limit",
      formula: "‖w‖ ≤ c for the weights into a unit"),
    "training.input-noise": SettingText(
      larger: "points are smeared: a smoother boundary", smaller: "0: each point stays where it is",
      seeIt: "the map (1)", formula: "x ← x + N(0, σ²) in each step"),
    "training.patience": SettingText(
      larger: "waits longer for a better epoch", smaller: "stops at the first rise; 0: never stops",
      seeIt: "best epoch among the numbers; needs validation points"),
    "training.shuffle": SettingText(seeIt: "the loss (4)"),
    "training.seed": SettingText(seeIt: "the loss (4), run by run"),
  ]
}
