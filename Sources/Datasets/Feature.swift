import Engine

/// A value computed from a point that the network can have as an input.
public enum Feature: Hashable, Sendable {
  case x1
  case x2
  case x1Squared
  case x2Squared
  case product
  case sineX1
  case sineX2
  /// What a person wrote.
  case formula(Formula)

  /// The features that are always offered, in the order of the inputs; formulas follow them.
  public static let allCases: [Feature] = [
    .x1, .x2, .x1Squared, .x2Squared, .product, .sineX1, .sineX2,
  ]

  /// The most formulas at once.
  public static let formulaLimit = 4

  /// Its value is at most this large; a formula's is cut to it.
  public static let sizeLimit: Float = 1e6

  /// The feature that a text means: a name, or a formula.
  ///
  /// - Throws: where the text is no formula either.
  public init(_ text: String) throws(FormulaProblem) {
    if let named = Self.allCases.first(where: { $0.rawValue == text }) {
      self = named
      return
    }
    let formula = try Formula(text)
    // `x1` in parentheses is x1.
    self = Self.allCases.first { $0.rawValue == formula.text } ?? .formula(formula)
  }

  /// The feature that a text means; nil if it means none.
  public init?(rawValue: String) {
    guard let feature = try? Feature(rawValue) else { return nil }
    self = feature
  }

  /// Its name in presets.
  public var rawValue: String {
    switch self {
    case .x1: "x1"
    case .x2: "x2"
    case .x1Squared: "x1sq"
    case .x2Squared: "x2sq"
    case .product: "x1x2"
    case .sineX1: "sinx1"
    case .sineX2: "sinx2"
    case .formula(let formula): formula.text
    }
  }

  /// Features in the order of the inputs: those that are always offered, then formulas as they came.
  public static func ordered(_ features: [Feature]) -> [Feature] {
    allCases.filter(features.contains) + features.filter(\.isFormula)
  }

  /// Whether it is a formula.
  public var isFormula: Bool {
    if case .formula = self { return true }
    return false
  }

  /// Whether x₁ has a say in it.
  public var dependsOnX1: Bool {
    switch self {
    case .x1, .x1Squared, .product, .sineX1: true
    case .x2, .x2Squared, .sineX2: false
    case .formula(let formula): formula.root.dependsOnX1
    }
  }

  /// Whether x₂ has a say in it.
  public var dependsOnX2: Bool {
    switch self {
    case .x1, .x1Squared, .sineX1: false
    case .x2, .x2Squared, .product, .sineX2: true
    case .formula(let formula): formula.root.dependsOnX2
    }
  }

  /// How it is written on the screen.
  public var title: String {
    switch self {
    case .x1: "x₁"
    case .x2: "x₂"
    case .x1Squared: "x₁²"
    case .x2Squared: "x₂²"
    case .product: "x₁x₂"
    case .sineX1: "sin x₁"
    case .sineX2: "sin x₂"
    case .formula(let formula):
      formula.text.replacing("x1", with: "x₁").replacing("x2", with: "x₂")
    }
  }

  /// Its value at a point; angles are in radians.
  ///
  /// A formula is computed in double precision and rounded once. Where it has no finite value a map
  /// still needs one: what is not a number is 0, and what is too large is cut to `sizeLimit`.
  public func value(_ x1: Float, _ x2: Float) -> Float {
    switch self {
    case .x1: x1
    case .x2: x2
    case .x1Squared: x1 * x1
    case .x2Squared: x2 * x2
    case .product: x1 * x2
    case .sineX1: Float(Elementary.sine(Double(x1)))
    case .sineX2: Float(Elementary.sine(Double(x2)))
    case .formula(let formula): Self.cut(formula.value(Double(x1), Double(x2)))
    }
  }

  private static func cut(_ value: Double) -> Float {
    if value.isNaN { return 0 }
    return Float(min(max(value, -Double(sizeLimit)), Double(sizeLimit)))
  }

  /// Whether its value at a point is what it should be: finite, and not cut.
  public func isDefined(at example: Example) -> Bool {
    guard case .formula(let formula) = self else { return true }
    return abs(formula.value(Double(example.x1), Double(example.x2))) <= Double(Self.sizeLimit)
  }
}
