import Foundation
import Studio
import TestSupport
import Testing

@Suite("Surfaces")
struct SurfaceTests {
  /// Places all over a window, none of them special.
  private static func places(in window: SurfaceWindow) -> [SIMD2<Double>] {
    (0..<9).flatMap { row in
      (0..<9).map { column in
        let x = (Double(column) + 0.37) / 9
        let y = (Double(row) + 0.61) / 9
        return SIMD2(
          window.w1.lowerBound + x * (window.w1.upperBound - window.w1.lowerBound),
          window.w2.lowerBound + y * (window.w2.upperBound - window.w2.lowerBound))
      }
    }
  }

  /// The slope by central differences.
  private static func difference(_ surface: any Surface, at w: SIMD2<Double>) -> SIMD2<Double> {
    let h = 1e-5
    func along(_ direction: SIMD2<Double>) -> Double {
      (surface.value(at: w + h * direction) - surface.value(at: w - h * direction)) / (2 * h)
    }
    return SIMD2(along(SIMD2(1, 0)), along(SIMD2(0, 1)))
  }

  /// The second derivatives by differences of the slope, as (w₁w₁, w₁w₂, w₂w₂).
  private static func curvature(
    _ surface: any Surface, at w: SIMD2<Double>
  ) -> (Double, Double, Double) {
    let h = 1e-5
    let across =
      (surface.slope(at: w + SIMD2(h, 0)) - surface.slope(at: w - SIMD2(h, 0))) / (2 * h)
    let up = (surface.slope(at: w + SIMD2(0, h)) - surface.slope(at: w - SIMD2(0, h))) / (2 * h)
    return (across.x, across.y, up.y)
  }

  @Test("The gradient is that of the value", arguments: SurfaceCatalogue.all.indices)
  func gradient(_ index: Int) {
    let surface = SurfaceCatalogue.all[index]
    for w in Self.places(in: surface.window) + [SIMD2(surface.start)] {
      let expected = Self.difference(surface, at: w)
      let slope = surface.slope(at: w)
      // Differences of values of this size lose this much.
      let tolerance = Tolerance(relative: 1e-6, absolute: 1e-9 * (1 + abs(surface.value(at: w))))
      expectClose(slope.x, expected.x, within: tolerance, "\(surface.name) ∂w₁ at \(w)")
      expectClose(slope.y, expected.y, within: tolerance, "\(surface.name) ∂w₂ at \(w)")
    }
  }

  @Test(
    "At each minimum the gradient is 0, the value as stated, and all around it is higher",
    arguments: SurfaceCatalogue.all.indices)
  func minima(_ index: Int) {
    let surface = SurfaceCatalogue.all[index]
    #expect(!surface.minima.isEmpty)
    for minimum in surface.minima {
      let slope = surface.slope(at: minimum.place)
      #expect(abs(slope.x) < 1e-10 && abs(slope.y) < 1e-10, "\(surface.name) \(slope)")
      let value = surface.value(at: minimum.place)
      #expect(abs(value - minimum.value) < 1e-12, "\(surface.name): \(value)")
      let (a, b, c) = Self.curvature(surface, at: minimum.place)
      #expect(a > 0 && a * c - b * b > 0, "\(surface.name) is not curved upwards at a minimum")
      #expect(surface.window.contains(minimum.place))
    }
    #expect(surface.minima.map(\.value) == surface.minima.map(\.value).sorted())
  }

  @Test(
    "No place of the window is lower than the least minimum",
    arguments: SurfaceCatalogue.all.indices)
  func least(_ index: Int) {
    let surface = SurfaceCatalogue.all[index]
    let lowest = Self.places(in: surface.window).map { surface.value(at: $0) }.min() ?? .nan
    #expect(lowest >= surface.least - 1e-12)
  }

  @Test("The saddle's middle is a saddle: it curves up one way and down the other")
  func saddle() {
    let surface = Saddle()
    #expect(surface.slope(at: .zero) == .zero)
    let (a, b, c) = Self.curvature(surface, at: .zero)
    expectClose(a, 1, within: .oneOperation)
    expectClose(b, 0, within: .oneOperation)
    expectClose(c, -1, within: .oneOperation)
  }

  @Test("Both ravines have the curvatures 1 and 50", arguments: ["ravine", "tilted-ravine"])
  func ravines(_ name: String) throws {
    let surface = try #require(SurfaceCatalogue.named(name))
    let (a, b, c) = Self.curvature(surface, at: SIMD2(0.3, -0.2))
    expectClose(a + c, 51, within: .oneOperation)
    expectClose(a * c - b * b, 50, within: .oneOperation)
  }

  @Test("Values by hand")
  func byHand() {
    #expect(Bowl().value(at: SIMD2(-4, 3)) == 12.5)
    #expect(Ravine().value(at: SIMD2(10, 1)) == 75)
    #expect(TiltedRavine().value(at: SIMD2(1, 0)) == 12.75)
    #expect(Saddle().value(at: SIMD2(1, 2)) == 2.5)
    #expect(Plateau().value(at: SIMD2(1, 1)) == 2.0 / 3)
    #expect(TwoValleys().value(at: SIMD2(0, 2)) == 3)
    #expect(FourValleys().value(at: SIMD2(0, 0)) == 170)
    #expect(Ripples().value(at: SIMD2(0, 0)) == 0)
    #expect(Rosenbrock().value(at: SIMD2(-1, 2)) == 104)
    #expect(Beale().value(at: SIMD2(1, 1)) == 14.203125)
  }

  @Test("Names are different, texts have room on the smallest screen")
  func texts() {
    let all = SurfaceCatalogue.all
    #expect(Set(all.map(\.name)).count == all.count)
    for surface in all {
      #expect(surface.lesson.count <= 76, "\(surface.name): \(surface.lesson.count)")
      #expect(surface.formula.count <= 70 && surface.source.count <= 70)
      #expect(surface.window.contains(SIMD2(surface.start)))
      #expect(surface.rate > 0 && surface.stride > 0)
      #expect(SurfaceCatalogue.named(surface.name)?.formula == surface.formula)
    }
  }

  @Test("Every file of surfaces is listed")
  func files() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/Studio/Descent/Surfaces")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let types = SurfaceCatalogue.all.map { "\(type(of: $0)).swift" }.sorted()
    #expect(files == types)
  }
}
