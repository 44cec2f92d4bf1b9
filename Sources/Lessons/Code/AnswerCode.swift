import Datasets
import Engine

/// What programs that hold a trained network have in common: how they are called, what they read and
/// what they answer.
struct AnswerCode {
  private let network: TrainedNetwork
  private var program: Program { network.program }

  init(_ network: TrainedNetwork) { self.network = network }

  /// What the program is, and how it is called.
  ///
  /// - Parameter otherNetworks: whether it evaluates the JSON of other networks as well.
  func header(_ framework: String, otherNetworks: Bool = false) -> [String] {
    let names = network.columns.map { Python.plain($0.name) }.joined(separator: " and ")
    return program.title(framework) + Python.comment(trained) + ["#"]
      + Python.comment("Without an argument it holds itself against Percept's own outputs.")
      + Python.comment(
        "With a CSV file that has the columns \(names), such as percept data"
          + " writes, it answers for every row.")
      + (otherNetworks
        ? Python.comment("A JSON file of percept export before it is the network instead.") : [])
      + [""]
  }

  private var trained: String {
    let (epochs, steps) = (program.epochs, program.steps)
    guard epochs > 0 || steps > 0 else {
      return "Its weights, as they were before any training here, stand in it."
    }
    let rest = steps > 0 ? " and \(steps) step\(steps == 1 ? "" : "s")" : ""
    return "Percept trained it for \(epochs) epoch\(epochs == 1 ? "" : "s")\(rest); its weights"
      + " stand in it."
  }

  /// From the columns of a file to the network's inputs.
  var inputs: [String] {
    let preset = program.preset
    let names = network.columns.indices.map { "x\($0 + 1)" }
    let formulas = preset.features.filter(\.isFormula).map { Python.expression(of: $0) }
    var lines = ["# The inputs of the network."] + Program.formulaHelper(preset.features)
    if formulas.contains(where: { $0.contains("np.sin(") }) { lines += Self.circular("sin") }
    if formulas.contains(where: { $0.contains("np.cos(") }) { lines += Self.circular("cos") }
    if formulas.contains(where: { $0.contains("np.tan(") }) { lines += Self.circular("tan") }
    lines += [
      "def single(x):", "    \"\"\"Rounded to single precision, as Percept does.\"\"\"",
      "    return np.float64(np.float32(x))", "", "",
      "def inputs(\(names.joined(separator: ", "))):",
      "    \"\"\"What the network is given of points, [point, input].\"\"\"",
    ]
    for (name, column) in zip(names, network.columns) {
      let value = "np.asarray(\(name), float)"
      let isPlain = column.shift == 0 && column.factor == 1
      let (shift, factor) = (Python.number(column.shift), Python.number(column.factor))
      lines.append(
        "    \(name) = single(" + (isPlain ? value : "(\(value) - \(shift)) * \(factor)") + ")")
    }
    if names.count == 1 { lines.append("    x2 = np.zeros(len(x1))") }
    if preset.features.isEmpty {
      return lines + [
        "    # None: the answer is the same everywhere.",
        "    return np.empty((len(x1), 0), np.float32)", "",
      ]
    }
    let items = preset.features.map { feature in
      let text = Python.expression(of: feature)
      guard feature.isFormula else { return text }
      return ["sin", "cos", "tan"].reduce(text) { $0.replacing("np.\($1)(", with: "\($1)(") }
    }
    let indent = formulas.isEmpty ? "    " : "        "
    if !formulas.isEmpty { lines.append("    with np.errstate(all=\"ignore\"):") }
    lines += Python.call("\(indent)x = np.stack([", items, "], axis=1)")
    if let standardizer = network.standardizer {
      lines += Python.call(
        "    mean = np.array([", standardizer.means.map(Python.number), "])")
      lines += Python.call(
        "    deviation = np.array([", standardizer.deviations.map(Python.number), "])")
      lines.append("    x = (single(x) - mean) / deviation")
    }
    return lines + ["    return x.astype(np.float32)", ""]
  }

  /// A function of angles as formulas have it.
  private static func circular(_ name: String) -> [String] {
    [
      "def \(name)(x):", "    \"\"\"NaN beyond 1e5, where no digit means anything.\"\"\"",
      "    return np.\(name)(np.where(np.abs(x) <= 1e5, x, np.nan))", "", "",
    ]
  }

  /// The weights by the names in their file, as literals.
  var weights: [String] {
    var lines = [
      "# The weights and running statistics, named and laid out as in PyTorch.", "WEIGHTS = {",
    ]
    for tensor in network.network.tensors {
      let digits = (tensor.floats ?? []).map { Python.number(Double("\($0)") ?? 0) }
      guard tensor.shape.count == 2 else {
        lines += Python.call("    \(Python.string(tensor.name)): [", digits, "],")
        continue
      }
      lines.append("    \(Python.string(tensor.name)): [")
      let width = tensor.shape[1]
      for row in 0..<tensor.shape[0] {
        lines += Python.call(
          "        [", Array(digits[(row * width)..<((row + 1) * width)]), "],")
      }
      lines.append("    ],")
    }
    return lines + ["}"]
  }

  /// What outputs stand for.
  var answers: [String] {
    let kind = network.target == nil ? "class" : "number"
    let head = [
      "def answers(given):",
      "    \"\"\"The \(kind) that outputs stand for, point by point.\"\"\"",
    ]
    if let target = network.target {
      let (shift, factor) = (Python.number(target.shift), Python.number(target.factor))
      return head + [
        "    return (\(shift) + \(factor) * given[:, 0].astype(float)).tolist()", "",
      ]
    }
    let classes = Python.call("CLASSES = [", network.classes.map(Python.string), "]")
    let choice =
      program.spec.outputCount == 1
      ? "CLASSES[int(a > 0)] for a in given[:, 0]" : "CLASSES[k] for k in given.argmax(axis=1)"
    return classes + ["", ""] + head + ["    return [\(choice)]", ""]
  }

  /// The columns' names, and points with their outputs to compare with.
  var check: [String] {
    func rows(_ name: String, _ rows: [[String]]) -> [String] {
      ["\(name) = np.array(["] + rows.flatMap { Python.call("    [", $0, "],") } + ["])"]
    }
    return ["# What Percept gives at some points."]
      + Python.call("NAMES = [", network.columns.map { Python.string($0.name) }, "]")
      + rows("POINTS", network.check.inputs.map { $0.map(Python.number) })
      + rows("EXPECTED", network.check.outputs.map { $0.map(Python.number) })
  }

  /// What happens when the program is run.
  static let run = #"""
    def main():
        if len(sys.argv) < 2:
            given = outputs(*POINTS.T)
            error = np.abs(given - EXPECTED) / np.maximum(1, np.abs(EXPECTED))
            print(f"at most {error.max():.1e} from Percept, at {len(POINTS)} points", flush=True)
            sys.exit(int(not error.max() <= 1e-5))
        with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        for name in NAMES:
            if rows and name not in rows[0]:
                sys.exit(f"{sys.argv[1]}: there is no column {name}")
        columns = [np.array([float(row[name]) for row in rows]) for name in NAMES]
        given = outputs(*columns)
        titles = [f"output{k + 1}" for k in range(given.shape[1])]
        table = csv.writer(sys.stdout, lineterminator="\n")
        table.writerow(NAMES + titles + ["answer"])
        for row, values, answer in zip(rows, given, answers(given)):
            digits = [f"{value:.9g}" for value in values]
            table.writerow([row[name] for name in NAMES] + digits + [answer])


    if __name__ == "__main__":
        try:
            main()
            sys.stdout.flush()
        except OSError as error:
            # Whoever read the answers has gone, as head does. Windows calls that EINVAL, as it
            # does a file's name that can't be.
            if error.errno not in (errno.EPIPE, errno.EINVAL) or error.filename:
                raise
            os._exit(141)
    """#.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}
