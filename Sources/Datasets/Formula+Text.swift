/// A formula in its usual spelling: no spaces, and parentheses only where they say something.
extension Formula.Term {
  var text: String {
    switch self {
    case .number(let number): DecimalText.text(number)
    case .x1: "x1"
    case .x2: "x2"
    case .constant(let constant): constant.rawValue
    case .negative(let term): "-" + term.text(atLeast: .sign)
    case .binary(let sign, let left, let right):
      left.text(atLeast: sign.left) + String(sign.rawValue) + right.text(atLeast: sign.right)
    case .call(let function, let values):
      "\(function.rawValue)(\(values.map(\.text).joined(separator: ",")))"
    }
  }

  /// How strongly a part holds together.
  enum Binding: Int, Comparable {
    case sum, product, sign, value

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  private var binding: Binding {
    switch self {
    case .binary(let sign, _, _): sign.binding
    case .negative: .sign
    case .number, .x1, .x2, .constant, .call: .value
    }
  }

  /// The text, in parentheses if it would fall apart.
  private func text(atLeast least: Binding) -> String {
    binding < least ? "(\(text))" : text
  }
}

extension Formula.Operator {
  /// A power binds like a sign: it may follow one, and stand behind `^` or an operator.
  fileprivate var binding: Formula.Term.Binding {
    switch self {
    case .add, .subtract: .sum
    case .multiply, .divide: .product
    case .power: .sign
    }
  }

  /// What may stand before it without parentheses.
  fileprivate var left: Formula.Term.Binding { self == .power ? .value : binding }

  /// What may stand after it without parentheses.
  fileprivate var right: Formula.Term.Binding {
    switch self {
    case .add, .subtract: .product
    case .multiply, .divide, .power: .sign
    }
  }
}
