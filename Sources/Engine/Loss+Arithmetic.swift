/// How a loss and its slope are worked out by hand.
extension Loss {
  /// The loss of one sample: the formula, with numbers put in as one term for each output, and by how
  /// many outputs their sum is divided.
  ///
  /// - Parameters:
  ///   - outputs: what the network gives.
  ///   - targets: as many.
  public func spelled(outputs: [Float], targets: [Float])
    -> (formula: String, terms: [Arithmetic], divisor: Int)
  {
    let pairs = zip(outputs, targets)
    let divisor = self == .halfSquaredError || self == .softmaxCrossEntropy ? 1 : outputs.count
    switch self {
    case .halfSquaredError:
      return ("(a - y)² / 2", pairs.map { "(\($0) - \($1))² / 2" }, divisor)
    case .meanSquaredError: return ("(a - y)²", pairs.map { "(\($0) - \($1))²" }, divisor)
    case .meanAbsoluteError: return ("|a - y|", pairs.map { "|\($0) - \($1)|" }, divisor)
    case .huber(let delta):
      let isNear = pairs.allSatisfy { ($0 - $1).magnitude <= delta }
      return (
        isNear ? "(a - y)² / 2" : "δ·(|a - y| - δ/2)",
        pairs.map { a, y in
          (a - y).magnitude <= delta
            ? "(\(a) - \(y))² / 2" : "\(delta)·(|\(a) - \(y)| - \(delta / 2))"
        }, divisor
      )
    case .hinge: return ("max(0, 1 - y·a)", pairs.map { "max(0, 1 - \($1)·\($0))" }, divisor)
    case .binaryCrossEntropy:
      let isTrue = targets.allSatisfy { $0 == 1 }
      return (
        isTrue ? "-log σ(z)" : "-log(1 - σ(z))",
        pairs.map { z, y in y == 1 ? "-log σ(\(z))" : "-log(1 - σ(\(z)))" }, divisor
      )
    case .softmaxCrossEntropy:
      let right = targets.indices.filter { targets[$0] == 1 }
      return (
        "-log p of the true class", right.map { "-log(\(Self.share(of: $0, in: outputs)))" },
        divisor
      )
    }
  }

  /// ∂C/∂output of one sample: the formula, and with numbers put in.
  public func spelledSlope(of output: Int, outputs: [Float], targets: [Float])
    -> (formula: String, numbers: Arithmetic)
  {
    guard outputs.indices.contains(output), targets.indices.contains(output) else {
      return ("∂C/∂a", "")
    }
    let (a, y) = (outputs[output], targets[output])
    let count = outputs.count
    let share = count > 1 && self != .halfSquaredError ? " / \(count)" : ""
    switch self {
    case .halfSquaredError: return ("a - y", "\(a) - \(y)")
    case .meanSquaredError: return ("2·(a - y)\(share)", "2·(\(a) - \(y))\(share)")
    case .meanAbsoluteError:
      let sign = a > y ? "1" : a < y ? "-1" : "0"
      return ("sign(a - y)\(share)", "\(sign)\(share)")
    case .huber(let delta):
      if (a - y).magnitude <= delta {
        return count > 1
          ? ("(a - y)\(share)", "(\(a) - \(y))\(share)") : ("a - y", "\(a) - \(y)")
      }
      return ("±δ\(share), for |a - y| > δ", "\(a > y ? delta : -delta)\(share)")
    case .hinge:
      return y * a >= 1
        ? ("0, for y·a ≥ 1", "0") : ("-y\(share), for y·a < 1", "\(-y)\(share)")
    case .binaryCrossEntropy:
      return count > 1
        ? ("(σ(z) - y)\(share)", "(σ(\(a)) - \(y))\(share)") : ("σ(z) - y", "σ(\(a)) - \(y)")
    case .softmaxCrossEntropy:
      return ("p - y", "\(Self.share(of: output, in: outputs)) - \(y)")
    }
  }

  /// p of one class among logits.
  private static func share(of number: Int, in logits: [Float]) -> Float {
    let highest = logits.max() ?? 0
    let powers = logits.map { Lanes(repeating: $0 - highest).exponential[0] }
    return powers[number] / powers.reduce(0, +)
  }
}
