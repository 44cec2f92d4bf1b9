/// Weighted sums and what flows back through them, the arithmetic of every layer with a matrix.
///
/// Each sum runs over its terms in order, however the loops are tiled: tiles choose which sums are
/// computed side by side and change no bit.
enum Affine {
  /// z_j = Σᵢ w_ji x_i + b_j
  ///
  /// - Parameters:
  ///   - input: the first unit of x, of which there are `inputs`.
  ///   - output: the first unit of z, of which there are `outputs`.
  ///   - offset: where W, `[outputs][inputs]`, starts in the parameters; b follows it.
  @inline(__always)
  static func forward(
    _ values: inout MutableSpan<Lanes>, blocks: Int, input: Int, inputs: Int, output: Int,
    outputs: Int, parameters: Span<Float>, offset: Int
  ) {
    let biases = offset + outputs * inputs
    let first = input * blocks
    var unit = 0
    #if PERCEPT_NATIVE
      // Wide registers have room for four sums, and need as many to be busy.
      while unit + 3 < outputs {
        let row = offset + unit * inputs
        for block in 0..<blocks {
          var one = Lanes(repeating: parameters[biases + unit])
          var two = Lanes(repeating: parameters[biases + unit + 1])
          var three = Lanes(repeating: parameters[biases + unit + 2])
          var four = Lanes(repeating: parameters[biases + unit + 3])
          var x = first + block
          for i in row..<(row + inputs) {
            let value = values[x]
            one += value * parameters[i]
            two += value * parameters[i &+ inputs]
            three += value * parameters[i &+ 2 &* inputs]
            four += value * parameters[i &+ 3 &* inputs]
            x &+= blocks
          }
          let z = (output + unit) * blocks + block
          values[z] = one
          values[z + blocks] = two
          values[z + 2 * blocks] = three
          values[z + 3 * blocks] = four
        }
        unit += 4
      }
    #endif
    // Two units at a time: each input is loaded once for both, and their sums stay in registers.
    while unit + 1 < outputs {
      let row = offset + unit * inputs
      for block in 0..<blocks {
        var one = Lanes(repeating: parameters[biases + unit])
        var two = Lanes(repeating: parameters[biases + unit + 1])
        for i in 0..<inputs {
          let x = values[first + i * blocks + block]
          one += x * parameters[row + i]
          two += x * parameters[row + inputs + i]
        }
        values[(output + unit) * blocks + block] = one
        values[(output + unit + 1) * blocks + block] = two
      }
      unit += 2
    }
    if unit < outputs {
      let row = offset + unit * inputs
      for block in 0..<blocks {
        var sum = Lanes(repeating: parameters[biases + unit])
        for i in 0..<inputs { sum += values[first + i * blocks + block] * parameters[row + i] }
        values[(output + unit) * blocks + block] = sum
      }
    }
  }

  /// ∂C/∂w_ji = Σ δ_j x_i and ∂C/∂b_j = Σ δ_j over the samples.
  ///
  /// - Parameters:
  ///   - delta: the first unit of δ in `gradients`.
  ///   - input: the first unit of x in `values`.
  ///   - adds: whether the sums join what stands there, rather than overwrite it.
  @inline(__always)
  static func parameterGradient(
    _ gradients: Span<Lanes>, values: Span<Lanes>, blocks: Int, input: Int, inputs: Int,
    delta: Int, outputs: Int, into parameterGradient: inout MutableSpan<Float>, offset: Int,
    adds: Bool = false
  ) {
    let biases = offset + outputs * inputs
    for unit in 0..<outputs {
      let row = offset + unit * inputs
      let d = (delta + unit) * blocks
      for i in 0..<inputs {
        let x = (input + i) * blocks
        var sum = gradients[d] * values[x]
        for block in 1..<max(1, blocks) { sum += gradients[d + block] * values[x + block] }
        parameterGradient[row + i] = adds ? parameterGradient[row + i] + sum.total : sum.total
      }
      var sum = gradients[d]
      for block in 1..<max(1, blocks) { sum += gradients[d + block] }
      parameterGradient[biases + unit] =
        adds ? parameterGradient[biases + unit] + sum.total : sum.total
    }
  }

  /// ∂C/∂x_i = Σ_j w_ji δ_j
  @inline(__always)
  static func inputGradient(
    _ gradients: inout MutableSpan<Lanes>, blocks: Int, input: Int, inputs: Int, delta: Int,
    outputs: Int, parameters: Span<Float>, offset: Int
  ) {
    let d = delta * blocks
    var i = 0
    #if PERCEPT_NATIVE
      while i + 3 < inputs {
        for block in 0..<blocks {
          var one = Lanes()
          var two = Lanes()
          var three = Lanes()
          var four = Lanes()
          var place = d + block
          var weight = offset + i
          for _ in 0..<outputs {
            let value = gradients[place]
            one += value * parameters[weight]
            two += value * parameters[weight &+ 1]
            three += value * parameters[weight &+ 2]
            four += value * parameters[weight &+ 3]
            place &+= blocks
            weight &+= inputs
          }
          let x = (input + i) * blocks + block
          gradients[x] = one
          gradients[x + blocks] = two
          gradients[x + 2 * blocks] = three
          gradients[x + 3 * blocks] = four
        }
        i += 4
      }
    #endif
    while i + 1 < inputs {
      for block in 0..<blocks {
        var one = Lanes()
        var two = Lanes()
        for unit in 0..<outputs {
          let g = gradients[d + unit * blocks + block]
          one += g * parameters[offset + unit * inputs + i]
          two += g * parameters[offset + unit * inputs + i + 1]
        }
        gradients[(input + i) * blocks + block] = one
        gradients[(input + i + 1) * blocks + block] = two
      }
      i += 2
    }
    if i < inputs {
      for block in 0..<blocks {
        var sum = Lanes()
        for unit in 0..<outputs {
          sum += gradients[d + unit * blocks + block] * parameters[offset + unit * inputs + i]
        }
        gradients[(input + i) * blocks + block] = sum
      }
    }
  }
}
