/// A calculation with its numbers put in, such as `0.9·0.12 + 0.1·0.4`, still apart from how the
/// numbers are to be written.
///
/// It reads like the calculation that it spells, and is not used to compute anything: its result is
/// the engine's own.
public struct Arithmetic: ExpressibleByStringInterpolation, Equatable, Sendable {
  /// A piece of it.
  public enum Part: Equatable, Sendable {
    /// Signs, brackets and names.
    case text(String)
    /// A number to be written.
    case number(Double)
  }

  /// Its pieces, from left to right.
  public private(set) var parts: [Part] = []

  /// Nothing yet.
  public init() {}

  public init(stringLiteral text: String) { parts = [.text(text)] }

  public init(stringInterpolation: Interpolation) { parts = stringInterpolation.parts }

  /// Two calculations one behind the other.
  public static func + (one: Self, two: Self) -> Self {
    var joined = one
    joined.parts += two.parts
    return joined
  }

  /// The terms with that sign between them.
  public static func joined(_ terms: [Arithmetic], by sign: String) -> Arithmetic {
    var sum = Arithmetic()
    for (index, term) in terms.enumerated() {
      if index > 0 { sum.parts.append(.text(sign)) }
      sum.parts += term.parts
    }
    return sum
  }

  /// Takes numbers in place of spelling them.
  public struct Interpolation: StringInterpolationProtocol, Sendable {
    var parts: [Part] = []

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.text(literal)) }
    }

    /// A number of the engine.
    public mutating func appendInterpolation(_ number: Float) {
      parts.append(.number(Double(number)))
    }

    /// A number in double precision.
    public mutating func appendInterpolation(_ number: Double) { parts.append(.number(number)) }

    /// A name.
    public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }

    /// A calculation within.
    public mutating func appendInterpolation(_ inner: Arithmetic) { parts += inner.parts }
  }
}
