public import Testing

internal import RealModule

/// How far a computed number may lie from the expected one, and why.
public struct Tolerance: Sendable {
  /// A share of the larger of the two sizes.
  public let relative: Double
  /// A distance that is always allowed, for numbers near zero.
  public let absolute: Double

  /// A tolerance of that share or that distance, whichever allows more.
  public init(relative: Double, absolute: Double = 0) {
    self.relative = relative
    self.absolute = absolute
  }

  /// One operation in `Float`: about a hundred roundings of 6·10⁻⁸, as the golden numbers ask.
  public static let oneOperation = Tolerance(relative: 1e-5, absolute: 1e-6)

  /// A whole training run in `Float`, whose roundings feed the next step.
  public static let trainingRun = Tolerance(relative: 1e-4, absolute: 1e-6)

  /// Whether `actual` is close enough; NaN never is.
  public func accepts(_ actual: Double, _ expected: Double) -> Bool {
    actual.isApproximatelyEqual(
      to: expected, absoluteTolerance: absolute, relativeTolerance: relative)
  }
}

/// Fails the running test unless `actual` is within `tolerance` of `expected`.
///
/// - Parameter place: what is compared, for the failure's message.
public func expectClose(
  _ actual: some BinaryFloatingPoint, _ expected: Double, within tolerance: Tolerance,
  _ place: @autoclosure () -> String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  let value = Double(actual)
  guard !tolerance.accepts(value, expected) else { return }
  let distance = abs(value - expected)
  Issue.record(
    "\(place()): \(value) is \(distance) away from \(expected)", sourceLocation: sourceLocation)
}

/// Fails the running test unless both are equally long and each number is close to its partner.
public func expectClose(
  _ actual: [Float], _ expected: [Double], within tolerance: Tolerance,
  _ place: @autoclosure () -> String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  guard actual.count == expected.count else {
    Issue.record(
      "\(place()): \(actual.count) numbers instead of \(expected.count)",
      sourceLocation: sourceLocation)
    return
  }
  for index in actual.indices {
    expectClose(
      actual[index], expected[index], within: tolerance, "\(place())[\(index)]",
      sourceLocation: sourceLocation)
  }
}
