import Lessons
import Studio
import Testing

/// Optimisers in double precision, written down from their formulas once more.
struct RaceReference {
  var place: SIMD2<Double>
  private let name: String
  private let rate: Double
  private var v = SIMD2<Double>.zero
  private var s = SIMD2<Double>.zero
  private var count = 0.0

  init(_ spec: RacerSpec, at start: SIMD2<Float>) {
    place = SIMD2(start)
    name = spec.preset.training.optimizer
    rate = spec.preset.training.learningRate
  }

  mutating func step(_ surface: any Surface) {
    let g = surface.slope(at: place)
    count += 1
    switch name {
    case "sgd": place -= rate * g
    case "momentum":
      v = 0.9 * v + rate * g
      place -= v
    case "averaged-momentum":
      v = 0.9 * v + 0.1 * g
      place -= rate * v
    case "nesterov":
      v = 0.9 * v + g
      place -= rate * (g + 0.9 * v)
    case "adagrad":
      s += g * g
      place -= rate * g / (s.squareRoot() + 1e-10)
    case "rmsprop":
      s = 0.99 * s + 0.01 * g * g
      place -= rate * g / (s.squareRoot() + 1e-8)
    case "adadelta":
      s = 0.9 * s + 0.1 * g * g
      let step = (v + 1e-6).squareRoot() / (s + 1e-6).squareRoot() * g
      v = 0.9 * v + 0.1 * step * step
      place -= rate * step
    case "adam", "adamw":
      v = 0.9 * v + 0.1 * g
      s = 0.999 * s + 0.001 * g * g
      if name == "adamw" { place *= 1 - rate * 0.01 }
      let mean = v / (1 - Self.power(0.9, count))
      let square = s / (1 - Self.power(0.999, count))
      place -= rate * mean / (square.squareRoot() + 1e-8)
    default: Issue.record("no reference for \(name)")
    }
  }

  private static func power(_ base: Double, _ count: Double) -> Double {
    (0..<Int(count)).reduce(1) { product, _ in product * base }
  }
}
