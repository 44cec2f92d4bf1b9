import TestSupport
import Testing

@testable import Engine

@Suite("Clipping")
struct ClippingTests {
  private func clipped(_ gradient: [Float], _ clipping: Clipping) -> (norm: Double, [Float]) {
    var gradient = gradient
    var span = gradient.mutableSpan
    let norm = clipping.apply(to: &span)
    return (norm, gradient)
  }

  private static let gradients: [[Float]] = [1, 2, 15, 16, 17, 40, 1000].map { count in
    var random = Random(seed: 4, stream: .data, index: UInt64(count))
    return (0..<count).map { _ in Float(random.normal()) }
  }

  @Test("A gradient of length 5 is scaled to 1, and the length before is told")
  func norm() {
    let (norm, gradient) = clipped([3, 0, -4], .norm(1))
    #expect(norm == 5)
    expectClose(gradient, [0.6, 0, -0.8], within: .oneOperation)
  }

  @Test("By norm the direction stays and the length is the limit at most", arguments: gradients)
  func direction(gradient: [Float]) {
    let length = gradient.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
    for limit: Float in [0.001, 0.5, 3, 1000] {
      let (norm, found) = clipped(gradient, .norm(limit))
      expectClose(norm, length, within: Tolerance(relative: 1e-12))
      let scale = min(1, Double(limit) / (length + 1e-6))
      expectClose(found, gradient.map { Double($0) * scale }, within: .oneOperation)
      if scale == 1 { #expect(found == gradient) }
    }
  }

  @Test("By value each number is brought to the limit by itself")
  func value() {
    let (norm, gradient) = clipped([0.5, -0.25, 2, -3, 0.75, 0], .value(0.75))
    #expect(gradient == [0.5, -0.25, 0.75, -0.75, 0.75, 0])
    expectClose(norm * norm, 0.25 + 0.0625 + 4 + 9 + 0.5625, within: .oneOperation)
  }

  @Test("Without clipping only the length is told", arguments: gradients)
  func none(gradient: [Float]) {
    let (norm, found) = clipped(gradient, .none)
    #expect(found == gradient)
    #expect(norm == clipped(gradient, .value(.infinity)).norm)
  }

  @Test("Numbers that are not finite stay to be found", arguments: Clipping.allCases)
  func notFinite(clipping: Clipping) {
    #expect(clipped([1, .nan, 2], clipping).1[1].isNaN)
    #expect(clipped([1, .nan, 2], clipping).norm.isNaN)
    // An infinity clipped by value is a number again; by norm there is no direction to keep.
    let (norm, found) = clipped([1, .infinity], clipping)
    #expect(norm == .infinity)
    #expect(found[1] == (clipping.name == "value" ? clipping.limit : .infinity))
    // Squares that overflow in single precision are summed in double.
    #expect(clipped([3e30, 4e30], clipping).norm.isFinite)
  }

  @Test("An empty gradient has length 0", arguments: Clipping.allCases)
  func empty(clipping: Clipping) { #expect(clipped([], clipping) == (0, [])) }

  @Test("Each kind is found by its name and takes another limit, or has none")
  func kinds() {
    #expect(Clipping.allCases.map(\.name) == ["none", "norm", "value"])
    for clipping in Clipping.allCases {
      #expect(Clipping.named(clipping.name) == clipping)
      let other = clipping.with(limit: 7)
      #expect(other.name == clipping.name && !clipping.formula.isEmpty)
      #expect(other.limit == (clipping == .none ? nil : 7))
    }
    #expect(Clipping.named("no such kind") == nil)
  }
}
