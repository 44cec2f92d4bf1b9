import Yams

extension SweepSpec {
  /// What is wrong with a change, in a sentence.
  public struct ChangeProblem: Error, Equatable, CustomStringConvertible, Sendable {
    public let description: String
  }

  /// Lines of a sweep's file that can be changed beside its parameters.
  public static let changeableKeys = ["method", "trials", "seed", "seeds", "epochs"]

  /// The sweep with some changes, as the command line has them.
  ///
  /// `training.learning-rate=0.01,0.03` varies a setting over these values, in place of those of the
  /// file or beside its parameters; lists stand in brackets, `network.hidden=[4],[8,8]`, and ranges as in
  /// the file, `training.learning-rate={min: 0.001, max: 0.1, scale: log}`. `method`, `trials`, `seed`,
  /// `seeds` and `epochs` change the lines of that name; a list of seeds stands in brackets.
  ///
  /// The texts are taken one after the other, and checked together at the end.
  public func changed(by texts: [String]) throws(ChangeProblem) -> SweepSpec {
    var spec = self
    for text in texts { try spec.change(text) }
    if let flaw = spec.flaw { throw ChangeProblem(description: flaw.message) }
    return spec
  }

  private mutating func change(_ text: String) throws(ChangeProblem) {
    guard let sign = text.firstIndex(of: "="), sign > text.startIndex else {
      throw ChangeProblem(
        description: "“\(text)” is no change: expected KEY=VALUES, as in"
          + " training.learning-rate=0.01,0.03")
    }
    let (key, value) = (text[..<sign].trimmed, text[text.index(after: sign)...].trimmed)
    do {
      if Self.changeableKeys.contains(key) {
        try change(Leaf(key: key, keyPlace: nil, value: try Self.node(value)))
      } else {
        let isWhole = value.hasPrefix("{")
        let leaf = Leaf(
          key: key, keyPlace: nil, value: try Self.node(isWhole ? value : "[\(value)]"))
        vary(try Self.parameter(leaf, of: base))
        try Self.checkConditions(leaf, among: parameters)
      }
    } catch {
      throw ChangeProblem(description: "“\(text)”: \(error.message)")
    }
  }

  /// A parameter in the place of that of the same key, whose conditions it keeps, or after the others.
  private mutating func vary(_ parameter: SweepParameter) {
    guard let place = parameters.firstIndex(where: { $0.key == parameter.key }) else {
      parameters.append(parameter)
      return
    }
    var parameter = parameter
    if parameter.conditions.isEmpty { parameter.conditions = parameters[place].conditions }
    parameters[place] = parameter
  }

  private mutating func change(_ leaf: Leaf) throws(PresetProblem) {
    switch leaf.key {
    case "method":
      let names = Method.allCases.map(\.rawValue)
      let word = try leaf.text()
      guard let method = Method(rawValue: word) else {
        throw PresetProblem(
          at: leaf.place,
          "expected one of \(names.joined(separator: ", "))"
            + suggestion(for: word, among: names))
      }
      self.method = method
      // What belongs to the method of the file alone goes with it.
      if method == .grid { trials = nil }
    case "trials": trials = try leaf.whole(1...Self.configurationLimit)
    case "seed": seed = UInt64(try leaf.whole(0...999_999_999))
    case "seeds": replicates = try Self.replicates(leaf)
    default:
      let isUsual = halving.minimum == Halving.usualMinimum(for: epochs)
      epochs = try leaf.whole(1...Self.epochLimit)
      let usual = Halving.usualMinimum(for: epochs)
      halving.minimum = isUsual ? usual : min(halving.minimum, epochs)
    }
  }

  private static func node(_ text: String) throws(PresetProblem) -> Node {
    guard !text.isEmpty else {
      throw PresetProblem(line: 1, column: 1, message: "there is nothing after “=”")
    }
    return try Preset.compose(text)
  }
}
