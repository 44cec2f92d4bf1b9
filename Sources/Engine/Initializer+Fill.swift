extension Initializer {
  /// Fills the weights of a layer, row by row: one row of `inputs` numbers for each output.
  ///
  /// Source: X. Glorot and Y. Bengio, *Understanding the difficulty of training deep feedforward
  /// neural networks* (2010), for xavier; K. He et al., *Delving Deep into Rectifiers* (2015);
  /// Y. LeCun et al., *Efficient BackProp* (1998); A. Saxe, J. McClelland, S. Ganguli, *Exact
  /// solutions to the nonlinear dynamics of learning in deep linear neural networks* (2013), for
  /// orthogonal; Q. V. Le, N. Jaitly, G. Hinton, *A Simple Way to Initialize Recurrent Networks of
  /// Rectified Linear Units* (2015), for identity.
  ///
  /// - Precondition: there are `inputs` times `outputs` weights.
  func fill(
    _ weights: inout ArraySlice<Float>, inputs: Int, outputs: Int, using random: inout Random
  ) {
    precondition(weights.count == inputs * outputs, "one weight from each input to each output")
    // No weight depends on these where there is no input.
    let fanIn = Double(max(1, inputs))
    let fanSum = Double(max(1, inputs + outputs))
    switch self {
    case .playground: Self.fillUniform(&weights, limit: 0.5, using: &random)
    case .xavier: Self.fillUniform(&weights, limit: (6 / fanSum).squareRoot(), using: &random)
    case .xavierNormal:
      Self.fillNormal(&weights, deviation: (2 / fanSum).squareRoot(), using: &random)
    case .he: Self.fillNormal(&weights, deviation: (2 / fanIn).squareRoot(), using: &random)
    case .heUniform: Self.fillUniform(&weights, limit: (6 / fanIn).squareRoot(), using: &random)
    case .lecun: Self.fillNormal(&weights, deviation: (1 / fanIn).squareRoot(), using: &random)
    case .orthogonal:
      Self.fillOrthogonal(&weights, inputs: inputs, outputs: outputs, using: &random)
    case .uniform(let limit): Self.fillUniform(&weights, limit: Double(limit), using: &random)
    case .normal(let deviation):
      Self.fillNormal(&weights, deviation: Double(deviation), using: &random)
    case .identity:
      for place in 0..<weights.count {
        weights[weights.startIndex + place] = place / inputs == place % inputs ? 1 : 0
      }
    case .constant(let value): for index in weights.indices { weights[index] = value }
    case .zeros: for index in weights.indices { weights[index] = 0 }
    }
  }

  /// The first value of every bias.
  var bias: Float { self == .playground ? 0.1 : 0 }

  private static func fillUniform(
    _ weights: inout ArraySlice<Float>, limit: Double, using random: inout Random
  ) {
    for index in weights.indices { weights[index] = Float(random.uniform(-limit, limit)) }
  }

  private static func fillNormal(
    _ weights: inout ArraySlice<Float>, deviation: Double, using random: inout Random
  ) {
    for index in weights.indices { weights[index] = Float(random.normal() * deviation) }
  }

  /// A matrix with each direction equally likely, by Gram and Schmidt's way to Q R: R's diagonal is
  /// made of lengths and so above 0, without which signs would not be evenly spread.
  private static func fillOrthogonal(
    _ weights: inout ArraySlice<Float>, inputs: Int, outputs: Int, using random: inout Random
  ) {
    let isWide = outputs <= inputs
    let length = max(inputs, outputs)
    var vectors: [[Double]] = []
    while vectors.count < min(inputs, outputs) {
      var vector = (0..<length).map { _ in random.normal() }
      // Once leaves rounding errors that grow with every vector; twice is enough.
      for _ in 0..<2 {
        for other in vectors {
          let overlap = dot(vector, other)
          for index in vector.indices { vector[index] -= overlap * other[index] }
        }
      }
      let size = dot(vector, vector).squareRoot()
      // What is left of a vector that the others span almost has no direction: draw another.
      if size > 1e-6 { vectors.append(vector.map { $0 / size }) }
    }
    for (place, vector) in vectors.enumerated() {
      for (step, value) in vector.enumerated() {
        let index = isWide ? place * inputs + step : step * inputs + place
        weights[weights.startIndex + index] = Float(value)
      }
    }
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in a.indices { sum += a[index] * b[index] }
    return sum
  }
}
