import Drawing
import Engine
import Studio

/// One quantity on the way from a gradient to a step, for both weights.
struct StepLine: Equatable, Sendable {
  /// What becomes of what, in words.
  let words: String
  /// Its name in the optimiser's formula: `v`, `m̂`, `Δ`.
  let symbol: String
  /// How it comes about, with the numbers put in.
  let work: String
  /// What it comes to.
  let value: SIMD2<Double>
  /// Whether it takes the place of a value that there was before.
  var replaces = false

  /// `v ← 0.9·(0, 0) + (2, -0.4) = (2, -0.4)`
  var formula: String { "\(symbol) \(replaces ? "←" : "=") \(work) = \(text(value))" }
}

/// An optimiser that can say what it does.
///
/// To let another one do so: a file beside this one. Without it, its moments are told and no more.
protocol Narrated: Optimizer {
  /// What it does in a step, in the order of its formula; the last line is the move itself, `Δ`.
  ///
  /// - Parameter step: a step of an optimiser with the settings of this one.
  func lines(of step: DescentStep) -> [StepLine]
}

/// A number as it stands in a sentence.
func text(_ number: some BinaryFloatingPoint) -> String {
  format(Double(number), significantDigits: 3)
}

/// Two values, by as many digits as tell them apart.
func texts<Value: Equatable>(
  _ first: Value, _ second: Value, _ write: (Value, Int) -> String
) -> (String, String) {
  guard first != second else { return (write(first, 3), write(second, 3)) }
  for digits in 3...8 {
    let both = (write(first, digits), write(second, digits))
    if both.0 != both.1 { return both }
  }
  return (write(first, 9), write(second, 9))
}

/// Two numbers, one for each weight.
func text(_ pair: SIMD2<Double>) -> String { "(\(text(pair.x)), \(text(pair.y)))" }

/// Two numbers, one for each weight.
func text(_ pair: SIMD2<Float>) -> String { text(SIMD2<Double>(pair)) }

/// A factor before a pair in brackets: `0.9·`; a negative rate stays one.
func factor(_ number: some BinaryFloatingPoint) -> String { text(number) + "·" }

extension DescentStep {
  /// The gradient that the optimiser was given, in double precision.
  var g: SIMD2<Double> { SIMD2(gradient) }
  /// The rate, in double precision.
  var eta: Double { Double(rate) }
  /// The weights before the step.
  var w: SIMD2<Double> { SIMD2(before) }

  /// A moment before and after the step, in double precision; zeros if there is none.
  func moment(_ name: String) -> (old: SIMD2<Double>, new: SIMD2<Double>) {
    (
      momentBefore(name).map { SIMD2($0) } ?? .zero, momentAfter(name).map { SIMD2($0) } ?? .zero
    )
  }

  /// A counter of the optimiser after the step; 0 if there is none.
  func counter(_ place: Int) -> Double {
    let counters = optimizerAfter.counters
    return counters.indices.contains(place) ? counters[place] : 0
  }
}

/// The root of each number.
func root(_ pair: SIMD2<Double>) -> SIMD2<Double> { pair.squareRoot() }
