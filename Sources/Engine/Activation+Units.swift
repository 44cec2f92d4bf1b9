extension Activation {
  /// Writes a = f(z) of `units` units, from the first unit of z on, to the first unit of a on.
  func apply(
    _ values: inout MutableSpan<Lanes>, from source: Int, to target: Int, units: Int, blocks: Int
  ) {
    let (z, a, count) = (source * blocks, target * blocks, units * blocks)
    // A loop for each of the two that most networks have: the choice is made once, not for each
    // value.
    switch self {
    case .relu:
      for index in 0..<count { values[a + index] = values[z + index].atLeast(0) }
    case .tanh:
      for index in 0..<count { values[a + index] = values[z + index].inlineTangent }
    case .softmax:
      Softmax.apply(&values, from: source, to: target, units: units, blocks: blocks)
    default:
      for index in 0..<count { values[a + index] = value(values[z + index]) }
    }
  }

  /// Writes ∂C/∂z = f′(z) ∂C/∂a where z stands, from ∂C/∂a where a stands.
  func applySlope(
    _ gradients: inout MutableSpan<Lanes>, values: Span<Lanes>, from source: Int, to target: Int,
    units: Int, blocks: Int
  ) {
    let (a, z, count) = (source * blocks, target * blocks, units * blocks)
    switch self {
    case .tanh:
      for index in 0..<count {
        let value = values[a + index]
        gradients[z + index] = (1 - value * value) * gradients[a + index]
      }
    case .softmax:
      Softmax.applySlope(
        &gradients, values: values, from: source, to: target, units: units, blocks: blocks)
    default:
      for index in 0..<count {
        gradients[z + index] =
          slope(at: values[z + index], value: values[a + index]) * gradients[a + index]
      }
    }
  }
}

extension Activation {
  /// Whether the slope jumps at 0, as relu's, or bends sharply there, as elu's: differences of the
  /// loss are right for smooth functions only.
  var hasKink: Bool {
    let slopes = ([-2, -1, 1, 2] as [Float]).map { place in
      let z = Lanes(repeating: place * 0x1p-10)
      return slope(at: z, value: value(z))[0]
    }
    let bend = (slopes[3] - slopes[2]) - (slopes[1] - slopes[0])
    return (slopes[2] - slopes[1]).magnitude > 0.01 || bend.magnitude > 0x1p-11
  }
}

/// Softmax over the units of a layer: a_j = e^(z_j) / Σ_k e^(z_k), each sample for itself.
///
/// Source: J. S. Bridle, *Probabilistic Interpretation of Feedforward Classification Network
/// Outputs* (1990).
private enum Softmax {
  /// The largest sum is subtracted first: it keeps every power at or below 1.
  static func apply(
    _ values: inout MutableSpan<Lanes>, from source: Int, to target: Int, units: Int, blocks: Int
  ) {
    for block in 0..<blocks {
      var highest = values[source * blocks + block]
      for unit in 1..<max(1, units) {
        let z = values[(source + unit) * blocks + block]
        highest.replace(with: z, where: z .> highest)
      }
      var sum = Lanes()
      for unit in 0..<units {
        let power = (values[(source + unit) * blocks + block] - highest).exponential
        values[(target + unit) * blocks + block] = power
        sum += power
      }
      for unit in 0..<units {
        let index = (target + unit) * blocks + block
        values[index] = values[index] / sum
      }
    }
  }

  /// ∂C/∂z_j = a_j (∂C/∂a_j − Σ_k a_k ∂C/∂a_k)
  static func applySlope(
    _ gradients: inout MutableSpan<Lanes>, values: Span<Lanes>, from source: Int, to target: Int,
    units: Int, blocks: Int
  ) {
    for block in 0..<blocks {
      var mean = Lanes()
      for unit in 0..<units {
        let index = (source + unit) * blocks + block
        mean += values[index] * gradients[index]
      }
      for unit in 0..<units {
        let index = (source + unit) * blocks + block
        gradients[(target + unit) * blocks + block] =
          values[index] * (gradients[index] - mean)
      }
    }
  }
}
