/// What other programs call the settings, so that whoever comes from one of them is led on.
extension SettingCatalogue {
  /// The setting that a short name of the field stands for.
  static let shortNames = [
    "lr": "training.learning-rate", "eta": "training.learning-rate",
    "step-size": "training.learning-rate",
    "bs": "training.batch-size", "minibatch": "training.batch-size",
    "mini-batch": "training.batch-size", "batch-sz": "training.batch-size",
    "wd": "training.weight-decay", "eps": "training.epsilon",
    "lasso": "training.l1", "ridge": "training.l2",
    "opt": "training.optimizer", "optim": "training.optimizer",
    "criterion": "training.loss", "cost": "training.loss",
    "scheduler": "training.schedule", "lr-schedule": "training.schedule",
    "lr-scheduler": "training.schedule",
    "clip": "training.clipping", "clip-norm": "training.clipping-limit",
    "max-grad-norm": "training.clipping-limit", "grad-clip": "training.clipping",
    "early-stopping": "training.patience",
    "act": "network.activation", "nonlinearity": "network.activation",
    "init": "network.initialization", "initializer": "network.initialization",
    "bn": "network.normalization", "batch-norm": "network.normalization",
    "layers": "network.hidden", "units": "network.hidden", "hidden-layers": "network.hidden",
    "hidden-units": "network.hidden", "hidden-sizes": "network.hidden",
    "inputs": "features", "dataset": "data.set", "n-samples": "data.samples",
    "rng": "seed", "random-seed": "seed", "random-state": "seed",
  ]

  /// The key that somebody may have meant by a word that is none, ready to end a message with: the one
  /// that the field calls so, or else the nearest by spelling; empty if there is neither.
  ///
  /// Nothing is guessed by spelling for one or two letters: `lr` is a letter away from `l1`.
  static func suggestedKey(for written: String, among names: [String]) -> String {
    let word = lastWord(of: written).lowercased().replacing("_", with: "-")
    if let key = shortNames[word], names.contains(key) { return "; did you mean “\(key)”?" }
    return isLongEnough(written) ? suggestion(for: written, among: names) : ""
  }

  /// Whether there is enough of a key to compare its spelling.
  static func isLongEnough(_ written: String) -> Bool { lastWord(of: written).count > 2 }

  /// A key without the section that it stands in.
  private static func lastWord(of written: String) -> Substring {
    written.split(separator: ".").last ?? ""
  }
}
