extension Formula {
  /// Makes something of the formula from its parts, the innermost first.
  ///
  /// - Parameters:
  ///   - number: of a number, or of π or e.
  ///   - variable: of `x1` or `x2`.
  ///   - call: of `+ - * / ^`, of a function or of a sign, which is called `negative`, and what was
  ///     made of the values it is applied to.
  public func folded<Value>(
    number: (Double) -> Value, variable: (String) -> Value, call: (String, [Value]) -> Value
  ) -> Value {
    func fold(_ term: Term) -> Value {
      switch term {
      case .number(let value): number(value)
      case .constant(let constant): number(constant.value)
      case .x1: variable("x1")
      case .x2: variable("x2")
      case .negative(let term): call("negative", [fold(term)])
      case .binary(let sign, let left, let right):
        call(String(sign.rawValue), [fold(left), fold(right)])
      case .call(let function, let values): call(function.rawValue, values.map(fold))
      }
    }
    return fold(root)
  }
}
