import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// A session in words and numbers, a line for each thing.
enum PlainWords {
  /// Where training is, and the losses now.
  static func losses(_ session: Session) -> String {
    let trainer = session.trainer
    var parts = [("training", session.trainingEvaluation)]
    if !session.dataset.validation.isEmpty {
      parts.append(("validation", session.validationEvaluation))
    }
    if !session.dataset.test.isEmpty { parts.append(("test", session.testEvaluation)) }
    let isRegression = session.preset.problem == .regression
    let texts = parts.map { name, evaluation in
      "\(name) loss \(number(evaluation.loss))"
        + (isRegression || evaluation.accuracy.isNaN
          ? "" : ", accuracy \(percent(evaluation.accuracy))")
    }
    return "Epoch \(trainer.epochCount), step \(trainer.stepCount): "
      + texts.joined(separator: "; ") + "."
  }

  /// Why training does not go on.
  static func stop(_ session: Session) -> String {
    if let epoch = session.refugeEpoch {
      return
        "Training has diverged; health says why, back goes to epoch \(epoch), reset to epoch 0."
    }
    return "Training was stopped early; set training.patience, or reset, to go on."
  }

  /// The network's shape.
  static func network(_ session: Session) -> String {
    let preset = session.preset
    let layers = preset.network.hidden.map { "\($0)" }
    let hidden =
      layers.isEmpty
      ? "no hidden layer"
      : layers.count == 1
        ? "one hidden layer of \(layers[0]) \(layers[0] == "1" ? "unit" : "units")"
        : layers.count > 3 && Set(layers).count == 1
          ? "\(layers.count) hidden layers of \(layers[0]) units each"
          : "\(layers.count) hidden layers of \(layers.joined(separator: ", ")) units"
    return "Inputs \(list(preset.features.map(\.rawValue))); \(hidden);"
      + " \(count(preset.objective.outputCount, "output"));"
      + " \(count(session.trainer.network.parameterCount, "parameter"))."
  }

  /// What is to be learned from.
  static func data(_ session: Session) -> [String] {
    let dataset = session.dataset
    let shares: [(String, [Example])] = [
      ("training", dataset.training), ("validation", dataset.validation), ("test", dataset.test),
    ]
    return ["Data set: \(session.preset.recipe.title)."]
      + shares.compactMap { name, examples in
        guard !examples.isEmpty else { return nil }
        return "For \(name): \(count(examples.count, "point")), "
          + (dataset.problem == .regression
            ? range(examples.map(\.label), "value")
            : list(
              classCounts(examples, dataset.problem).enumerated().map { index, number in
                "\(number) of \(className(index, session))"
              }))
          + "; \(range(examples.map(\.x1), "x1"))"
          + (dataset.isOneDimensional ? "." : ", \(range(examples.map(\.x2), "x2")).")
      }
  }

  /// Every setting with its value.
  static func settings(_ session: Session) -> [String] {
    SettingCatalogue.all.map { "\($0.key): \($0.value(in: session.preset)) (\($0.title))" }
  }

  /// Every weight and bias, a line for each unit.
  static func weights(_ session: Session) -> [String] {
    let network = session.trainer.network
    let hidden = session.preset.network.hidden.count
    return network.levels.enumerated().flatMap { place, level in
      (0..<level.units).map { unit -> String in
        let weights = (0..<level.inputs).compactMap { input -> String? in
          guard let index = network.weightIndex(level: place, unit: unit, input: input) else {
            return nil
          }
          let source =
            place == 0 ? session.preset.features[input].rawValue : "unit \(input + 1)"
          return "\(source) \(number(Double(network.parameters[index])))"
        }
        let name =
          place < hidden ? "Layer \(place + 1), unit \(unit + 1)" : "Output \(unit + 1)"
        let bias = network.biasIndex(level: place, unit: unit)
        let biasText =
          level.columns > 0 && level.parameters.contains(bias)
          ? "; bias \(number(Double(network.parameters[bias])))" : ""
        return "\(name): \(weights.isEmpty ? "no weights" : list(weights))\(biasText)."
      }
    }
  }

  // MARK: - Pieces

  /// What a class is called: by its own name, or else of two classes the signs say it too.
  static func className(_ index: Int, _ session: Session) -> String {
    let dataset = session.dataset
    if dataset.hasOwnClassNames, dataset.classNames.indices.contains(index) {
      return dataset.classNames[index].shown()
    }
    guard session.preset.objective.outputCount == 1 else { return "class \(index + 1)" }
    return index == 1 ? "the positive class" : "the negative class"
  }

  static func number(_ value: Double) -> String { format(value, significantDigits: 3) }

  static func percent(_ share: Double) -> String {
    share.isFinite ? format(100 * share, decimals: 1) + " %" : "unknown"
  }

  static func list(_ items: [String]) -> String {
    items.isEmpty ? "none" : items.joined(separator: ", ")
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private static func range(_ values: [Float], _ name: String) -> String {
    guard let low = values.min(), let high = values.max() else { return "\(name) unknown" }
    return "\(name) from \(number(Double(low))) to \(number(Double(high)))"
  }

  private static func classCounts(_ examples: [Example], _ problem: Problem) -> [Int] {
    guard case .classification(let classes) = problem else { return [] }
    var counts = Array(repeating: 0, count: classes)
    for example in examples where counts.indices.contains(Int(example.label)) {
      counts[Int(example.label)] += 1
    }
    return counts
  }
}
