import Engine

extension Formula {
  /// Its value at a point in double precision, the same to the last bit on every machine; infinite
  /// or NaN where it has none, as at a pole or for the logarithm of a negative number.
  public func value(_ x1: Double, _ x2: Double) -> Double { root.value(x1, x2) }
}

extension Formula.Term {
  fileprivate func value(_ x1: Double, _ x2: Double) -> Double {
    switch self {
    case .number(let number): number
    case .x1: x1
    case .x2: x2
    case .constant(let constant): constant.value
    case .negative(let term): -term.value(x1, x2)
    case .binary(let sign, let left, let right):
      sign.value(left.value(x1, x2), right.value(x1, x2))
    case .call(let function, let values):
      function.value(values[0].value(x1, x2), values.count > 1 ? values[1].value(x1, x2) : 0)
    }
  }
}

extension Formula.Operator {
  fileprivate func value(_ left: Double, _ right: Double) -> Double {
    switch self {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    case .divide: left / right
    case .power: RealFunction.power(left, right)
    }
  }
}

extension Formula.Function {
  fileprivate func value(_ x: Double, _ y: Double) -> Double {
    switch self {
    case .sin: RealFunction.sine(x)
    case .cos: RealFunction.cosine(x)
    case .tan: RealFunction.sine(x) / RealFunction.cosine(x)
    case .exp: RealFunction.exponential(x)
    case .log: RealFunction.logarithm(x)
    case .sqrt: x.squareRoot()
    case .abs: Swift.abs(x)
    case .tanh: RealFunction.hyperbolicTangent(x)
    case .sign: x > 0 ? 1 : x < 0 ? -1 : x
    // Neither gives the other value where one is not a number.
    case .min: x.isNaN || y.isNaN ? .nan : Swift.min(x, y)
    case .max: x.isNaN || y.isNaN ? .nan : Swift.max(x, y)
    }
  }
}
