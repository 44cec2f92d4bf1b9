import Datasets
import Engine

/// Turns the fields of an address into settings, and notes what is not the same here as there.
struct LinkReader {
  /// What was read so far.
  var preset = Preset()
  /// What there is to say about it.
  var remarks: [String] = []
  /// The last field of each key, which counts.
  var known: [PlaygroundKey: LinkField] = [:]
  /// The names of what is to be hidden.
  var hidden: [String] = []

  init(_ fields: [LinkField]) {
    var (unknown, repeated, empty): ([String], [String], [String]) = ([], [], [])
    for field in fields {
      if let key = PlaygroundKey(rawValue: field.key) {
        if known[key] != nil, !repeated.contains(field.key) { repeated.append(field.key) }
        known[key] = field
      } else if field.key.hasSuffix(PlaygroundKey.hiding) {
        if field.value == "true" {
          hidden.append(String(field.key.dropLast(PlaygroundKey.hiding.count)))
        }
      } else {
        unknown.append(field.key)
      }
    }
    for key in PlaygroundKey.allCases {
      guard let field = known[key], !field.hasValue, key != .networkShape || field.value == nil
      else { continue }
      empty.append(key.rawValue)
      known[key] = nil
    }
    noteUnknown(unknown)
    if !repeated.isEmpty {
      remarks.append("Of several values of \(Self.list(repeated)), the last one counts.")
    }
    if !empty.isEmpty {
      remarks.append("Without a value, \(Self.list(empty)) is as in a new playground.")
    }
  }

  /// The preset with a title, and with all that there is to say as its description.
  var described: Preset {
    var described = preset
    let set = preset.recipe.title
    described.title = set.prefix(1).uppercased() + set.dropFirst() + ", from a link"
    described.summary = (["From a TensorFlow Playground address."] + remarks)
      .joined(separator: " ")
    return described
  }

  /// Reads every setting.
  mutating func read() throws(LinkProblem) {
    // The playground shuffles its points once.
    preset.training.shuffles = false
    try readData()
    try readNetwork()
    try readTraining()
    noteBatches()
    noteHidden()
    noteLook()
    readSeed()
  }

  private mutating func readData() throws(LinkProblem) {
    let isRegression =
      try choice(.problem, ["classification", "regression"]) == "regression"
    // The one that is not shown is checked as well.
    let names = try choice(.dataset, PlaygroundKey.classSets.map(\.there))
    let numbers = try choice(.regDataset, PlaygroundKey.numberSets.map(\.there))
    let sets = isRegression ? PlaygroundKey.numberSets : PlaygroundKey.classSets
    let chosen = isRegression ? numbers : names
    preset.data.recipe = (sets.first { $0.there == chosen } ?? sets[0]).here
    try readNoise()
    try readNumber(.percTrainData, as: "data.training", from: 0...100, "from 0 to 100")
  }

  /// The playground brings its noise into a range by itself.
  private mutating func readNoise() throws(LinkProblem) {
    guard let (number, text) = try number(.noise, in: -.infinity...(.infinity), "") else { return }
    let taken = number < 0 ? 0 : number > 80 ? 50 : number
    if taken != number {
      remarks.append("noise=\(text.shown()) is \(Setting.text(taken)), as the playground takes it.")
    }
    preset.data.noise = taken
  }

  private mutating func readNetwork() throws(LinkProblem) {
    let names = PlaygroundKey.activations.map(\.rawValue)
    if let name = try choice(.activation, names), let activation = Activation(rawValue: name) {
      preset.network.activation = PerLayer(activation)
    }
    if let field = known[.networkShape] {
      let shape = try LinkShape(field)
      preset.network.hidden = shape.hidden
      preset.network.fitLayers()
      remarks += shape.remarks
    }
    if flag(.initZero, usually: false) { preset.network.initialization = .zeros }
    readFeatures()
  }

  private mutating func readFeatures() {
    var features: [Feature] = []
    for key in PlaygroundKey.allCases {
      guard let feature = key.feature, flag(key, usually: key == .x || key == .y) else { continue }
      if hidden.contains(key.rawValue) {
        remarks.append("\(key.rawValue)_hide takes that input away, as in the playground.")
        continue
      }
      if feature.isFormula {
        remarks.append(
          "\(key.rawValue) is no input of the playground any more; here it is \(feature.rawValue).")
      }
      features.append(feature)
    }
    preset.features = Feature.ordered(features)
  }

  private mutating func readTraining() throws(LinkProblem) {
    let positive = 0...Double.greatestFiniteMagnitude
    try readNumber(.learningRate, as: "training.learning-rate", from: positive, "from 0 on")
    let most = 1...Double.greatestFiniteMagnitude
    try readNumber(
      .batchSize, as: "training.batch-size", from: most, "from 1 on", isWhole: true)
    let penalty = try choice(.regularization, ["none", "L1", "L2"])
    switch penalty {
    case "L1":
      try readNumber(.regularizationRate, as: "training.l1", from: positive, "from 0 on")
      guard preset.training.l1 > 0 else { return }
      remarks.append("A weight that L1 brings to 0 stays there for good; here it can come back.")
    case "L2":
      try readNumber(.regularizationRate, as: "training.l2", from: positive, "from 0 on")
    default:
      let rate = try number(.regularizationRate, in: positive, "from 0 on")?.number ?? 0
      guard rate > 0 else { return }
      remarks.append("regularizationRate does nothing, since the regularization is none.")
    }
  }

  mutating func readSeed() {
    guard let text = known[.seed]?.value else {
      remarks.append("Without a seed the playground takes another one each time; here it is 42.")
      return
    }
    let seed = LinkSeed.number(of: text)
    (preset.data.seed, preset.network.seed, preset.training.seed) = (seed, seed, seed)
    remarks.append("Seed \(text.shown()) is \(seed) here: other points and first weights.")
  }
}
