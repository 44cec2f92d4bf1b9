import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// What the map shows, in words: for those who can't see it, and for logs.
extension PlainWords {
  /// Pixels a side; the numbers it gives are right to about a tenth.
  private static let side = 120

  /// Shares of the plane, where the boundary runs, how well each quarter is learned, and which unit
  /// counts most.
  static func picture(_ session: Session) -> [String] {
    let outputs = session.outputs(width: side, height: side)
    guard let first = outputs.first, outputs.joined().allSatisfy(\.isFinite) else {
      return ["The output is not a number everywhere."]
    }
    guard session.preset.problem != .regression else {
      return [
        numbers(first, session),
        boundary(first.map { $0 > 0 ? 1 : 0 }, session, "changes its sign"),
      ]
        + strongest(session)
    }
    let classes = predicted(outputs, session)
    return [shares(classes, session), boundary(classes, session, "changes the class")]
      + rightAnswers(session) + strongest(session)
  }

  /// The class of each sample, from `[output][sample]`.
  private static func predicted(_ outputs: [[Float]], _ session: Session) -> [Int] {
    outputs.count == 1 ? outputs[0].map { $0 > 0 ? 1 : 0 } : session.classes(of: outputs).classes
  }

  private static func numbers(_ output: [Float], _ session: Session) -> String {
    let mean = output.reduce(0.0) { $0 + Double($1) } / Double(output.count)
    let place = session.dataset.isOneDimensional ? "Along x1" : "Over the plane"
    return "\(place) the output goes from \(number(Double(output.min() ?? 0)))"
      + " to \(number(Double(output.max() ?? 0))), on average \(number(mean))."
  }

  private static func shares(_ classes: [Int], _ session: Session) -> String {
    let count = max(2, session.preset.objective.outputCount)
    let texts = (0..<count).map { index in
      let share = Double(classes.count { $0 == index }) / Double(classes.count)
      return "\(className(index, session)) \(percent(share))"
    }
    return
      "Share of \(session.dataset.isOneDimensional ? "the line" : "the plane"): \(list(texts))."
  }

  /// Where the class changes along the two axes.
  private static func boundary(
    _ classes: [Int], _ session: Session, _ what: String
  ) -> String {
    let span = Double(Dataset.domain.upperBound - Dataset.domain.lowerBound)
    func places(_ values: [Int]) -> [String] {
      (1..<side).filter { values[$0] != values[$0 - 1] }.prefix(12).map {
        number(Double(Dataset.domain.lowerBound) + span * Double($0) / Double(side))
      }
    }
    func text(_ places: [String], along axis: String, _ name: String) -> String {
      places.isEmpty
        ? "along \(axis) nowhere" : "along \(axis) at \(name) \(places.joined(separator: " and "))"
    }
    let row = Array(classes[side / 2 * side..<(side / 2 + 1) * side])
    if session.dataset.isOneDimensional {
      let changes = places(row)
      return "The output \(what) "
        + (changes.isEmpty ? "nowhere." : "at x1 \(changes.joined(separator: " and ")).")
    }
    let column = (0..<side).map { classes[(side - 1 - $0) * side + side / 2] }
    return "The output \(what) \(text(places(row), along: "x2 = 0", "x1"));"
      + " \(text(places(column), along: "x1 = 0", "x2"))."
  }

  /// How many of the training points are taken for what they are, quarter by quarter; of points on a
  /// line, on either side of 0.
  private static func rightAnswers(_ session: Session) -> [String] {
    let points = session.dataset.training
    let classes = predicted(
      session.trainer.network.outputs(for: session.trainer.samples), session)
    guard classes.count == points.count else { return [] }
    let isLine = session.dataset.isOneDimensional
    let names =
      isLine ? ["right", "left"] : ["upper right", "upper left", "lower left", "lower right"]
    let texts = names.enumerated().map { place, name -> String in
      let inside = points.indices.filter {
        let (isRight, isUpper) = (points[$0].x1 >= 0, isLine || points[$0].x2 >= 0)
        return place == (isUpper ? (isRight ? 0 : 1) : (isRight ? 3 : 2))
      }
      let right = inside.count { classes[$0] == Int(points[$0].label) }
      return "\(name) \(right) of \(inside.count)"
    }
    return ["Training points classified rightly: \(list(texts))."]
  }

  /// The unit of the last hidden layer that the output listens to most.
  private static func strongest(_ session: Session) -> [String] {
    let network = session.trainer.network
    let last = session.preset.network.hidden.count
    guard last > 0, network.levels.indices.contains(last) else { return [] }
    let level = network.levels[last]
    let sizes = (0..<level.inputs).map { input in
      (0..<level.units).reduce(Float(0)) { sum, unit in
        let index = network.weightIndex(level: last, unit: unit, input: input)
        return sum + (index.map { abs(network.parameters[$0]) } ?? 0)
      }
    }
    guard let best = sizes.indices.max(by: { sizes[$0] < sizes[$1] }) else { return [] }
    return [
      "The largest outgoing weights of the last hidden layer has unit \(best + 1), with"
        + " \(number(Double(sizes[best]))) in sum."
    ]
  }
}
