/// A formula of x₁ and x₂ that a person wrote, such as `sin(x1*x2)`.
///
/// It has `+ - * /`, `^` (from the right), a sign, parentheses, numbers, `pi`, `e`, and functions of
/// one or two values. Two formulas are equal if they have the same parts in the same order, however
/// they were typed.
public struct Formula: Hashable, Sendable {
  /// The formula in its usual spelling, without spaces; it reads as the same formula.
  public let text: String
  let root: Term

  /// The most characters.
  public static let lengthLimit = 80
  /// How deep signs, powers, functions and parentheses may lie in one another.
  public static let depthLimit = 32

  /// Reads a formula.
  ///
  /// - Throws: where it can't be read, and what was expected there.
  public init(_ written: String) throws(FormulaProblem) {
    var parser = try FormulaParser(written)
    root = try parser.formula()
    guard root.dependsOnPoint else {
      throw FormulaProblem(position: 1, expected: "a formula with x1 or x2 in it")
    }
    text = root.text
    guard text.count <= Self.lengthLimit else {
      throw FormulaProblem(
        position: 1,
        expected: "a formula of at most \(Self.lengthLimit) characters in its usual spelling, "
          + "which is \(text)")
    }
  }

  /// A part of a formula.
  indirect enum Term: Hashable, Sendable {
    case number(Double)
    case x1
    case x2
    case constant(Constant)
    case negative(Term)
    case binary(Operator, Term, Term)
    case call(Function, [Term])

    /// Whether x₁ or x₂ stands in it.
    var dependsOnPoint: Bool {
      switch self {
      case .number, .constant: false
      case .x1, .x2: true
      case .negative(let term): term.dependsOnPoint
      case .binary(_, let left, let right): left.dependsOnPoint || right.dependsOnPoint
      case .call(_, let values): values.contains { $0.dependsOnPoint }
      }
    }

    /// Whether x₁ stands in it.
    var dependsOnX1: Bool {
      switch self {
      case .number, .constant, .x2: false
      case .x1: true
      case .negative(let term): term.dependsOnX1
      case .binary(_, let left, let right): left.dependsOnX1 || right.dependsOnX1
      case .call(_, let values): values.contains { $0.dependsOnX1 }
      }
    }

    /// Whether x₂ stands in it.
    var dependsOnX2: Bool {
      switch self {
      case .number, .constant, .x1: false
      case .x2: true
      case .negative(let term): term.dependsOnX2
      case .binary(_, let left, let right): left.dependsOnX2 || right.dependsOnX2
      case .call(_, let values): values.contains { $0.dependsOnX2 }
      }
    }
  }

  /// A number with a name.
  enum Constant: String, CaseIterable, Sendable {
    case pi
    case e

    var value: Double {
      switch self {
      case .pi: .pi
      case .e: 2.718_281_828_459_045
      }
    }
  }

  /// What stands between two values.
  enum Operator: Character, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case power = "^"
  }

  /// What stands before parentheses.
  enum Function: String, CaseIterable, Sendable {
    case sin, cos, tan, exp, log, sqrt, abs, tanh, sign, min, max

    /// How many values it takes.
    var arity: Int { self == .min || self == .max ? 2 : 1 }
  }
}

/// Where a formula can't be read, and what was expected there.
public struct FormulaProblem: Error, Equatable, CustomStringConvertible, Sendable {
  /// The character, from 1.
  public let position: Int
  /// What was expected there.
  public let expected: String

  public var description: String { "at character \(position): expected \(expected)" }
}
