import Datasets
import Engine

/// The points and what the network is given of them, in numpy.
extension Program {
  /// Reads the points, computes the inputs and targets, and tells the shares apart.
  var dataLines: [String] {
    let columns = points.axes.count
    var lines = Python.comment(
      "The points: \(Self.pointsFile) is what W writes in Percept, \(columnTitles).")
    lines += [
      "with open(\(Python.string(Self.pointsFile)), newline=\"\") as file:",
      "    rows = list(csv.reader(file))[1:]",
      "share = np.array([row[-1] for row in rows])",
      "x1 = np.array([float(row[0]) for row in rows])",
    ]
    lines.append(
      columns > 1 ? "x2 = np.array([float(row[1]) for row in rows])" : "x2 = np.zeros(len(rows))")
    for (number, axis) in points.axes.enumerated() where !axis.isPlain {
      lines += place("x\(number + 1)", on: axis)
    }
    return lines + labelLines(column: columns) + [""] + inputLines + shareLines
  }

  private var columnTitles: String {
    let label = objective.problem == .regression ? "a number" : "a class"
    return points.axes.map { Python.plain($0.name) }.joined(separator: ", ")
      + ", \(label) and a share"
  }

  /// Brings measured values to the plane, on which Percept draws and trains.
  private func place(_ name: String, on axis: Axis) -> [String] {
    let middle = axis.low / 2 + axis.high / 2
    let half = axis.high / 2 - axis.low / 2
    // All points have the one value that there is.
    guard half > 0 else { return ["\(name) = np.zeros(len(rows))"] }
    let scale = axis.place(of: axis.high)
    let factor = scale == 1 ? "" : " * \(Setting.text(scale))"
    let (shift, size) = (Python.number(Self.rounded(middle)), Python.number(Self.rounded(half)))
    return ["\(name) = (\(name) - \(shift)) / \(size)\(factor)"]
  }

  /// A measured value without the last bits of its rounding, which would be written as 1.3000000003.
  private static func rounded(_ value: Double) -> Double {
    abs(value) < 1e4 && abs(value) > 1e-2 ? (value * 1e10).rounded() / 1e10 : value
  }

  private func labelLines(column: Int) -> [String] {
    guard case .classification(let classes) = objective.problem else {
      let lines = ["label = np.array([float(row[\(column)]) for row in rows])"]
      return lines + (points.target.isPlain ? [] : place("label", on: points.target))
        + ["y = label[:, None]"]
    }
    let low = objective.loss.takesLogits ? "0.0" : "-1.0"
    var lines: [String]
    if points.classNames.isEmpty {
      lines = ["label = np.array([int(row[\(column)]) for row in rows])"]
    } else {
      lines = Python.call("classes = [", points.classNames.map(Python.string), "]")
      lines.append("label = np.array([classes.index(row[\(column)]) for row in rows])")
    }
    let isSingle = objective.outputCount == 1
    let test = isSingle ? "label[:, None] > 0" : "label[:, None] == np.arange(\(classes))"
    return lines + ["y = np.where(\(test), 1.0, \(low))"]
  }

  private var inputLines: [String] {
    let features = preset.features
    var lines = ["# The inputs of the network."]
    lines += Self.formulaHelper(features)
    if features.isEmpty {
      lines.append("x = np.empty((len(rows), 0))  # none: the answer is the same everywhere")
    } else {
      lines += Python.call("x = np.stack([", features.map(Python.expression(of:)), "], axis=1)")
    }
    if preset.data.standardizes && !features.isEmpty {
      lines += [
        "train = share == \"training\"  # all that mean and deviation may look at",
        "mean, deviation = x[train].mean(0), x[train].std(0)",
        "x = (x - mean) / np.where(deviation > 0, deviation, 1.0)",
      ]
    }
    return lines + ["x, y = x.astype(np.float32), y.astype(np.float32)"]
  }

  /// What formulas of a person are put through, if there are any.
  static func formulaHelper(_ features: [Feature]) -> [String] {
    guard features.contains(where: \.isFormula) else { return [] }
    return [
      "def formula(value):",
      "    \"\"\"Finite everywhere: what is not a number counts as 0.\"\"\"",
      "    return np.clip(np.nan_to_num(value, posinf=1e6, neginf=-1e6), -1e6, 1e6)", "", "",
    ]
  }

  private var shareLines: [String] {
    var lines = ["train, test = share == \"training\", share == \"test\""]
    if stopsEarly { lines.append("validation = share == \"validation\"") }
    return lines
  }

  /// The first lines: what the program is, and what it draws.
  func header(_ framework: String) -> [String] {
    title(framework)
      + Python.comment(
        "It draws other random numbers than Percept from the same seeds: \(seeds).")
  }

  /// What the network is.
  func title(_ framework: String) -> [String] {
    let units = spec.hidden.map { "\($0.units)" }
    let counts = [units.dropLast().joined(separator: ", "), units.last ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " and ")
    let layers =
      units.isEmpty
      ? "no hidden layer"
      : "\(units.count == 1 ? "a hidden layer" : "hidden layers") of \(counts) units"
    let title = Python.plain(preset.title)
    let shape =
      "\(framework): \(preset.features.count) inputs, \(layers), \(spec.outputCount) output\(spec.outputCount == 1 ? "" : "s")."
    let first = "\(title), in \(shape)".replacing(": 1 inputs", with: ": 1 input")
    return Python.comment(first)
  }

  private var seeds: String {
    "data \(preset.data.seed), weights \(preset.network.seed), order \(preset.training.seed)"
  }
}
