import Datasets
import Engine
import TestSupport
import Testing

@Suite("Points that noise made what they should not be")
struct FlippedPointTests {
  private static let recipes = TruthCase.classes.filter { $0.settings.noise > 0 }

  @Test("Where noise changes labels, exactly the changed ones are flipped", arguments: recipes)
  func labels(_ each: TruthCase) {
    guard case .classes(let truth) = each.truth, truth.noise == .labels else { return }
    var settings = each.settings
    settings.count = 4000
    var random = Random(seed: 3, stream: .data)
    let noisy = each.recipe.examples(settings, using: &random)
    settings.noise = 0
    random = Random(seed: 3, stream: .data)
    // The same numbers are drawn with and without noise, so the generator itself knows.
    let clean = each.recipe.examples(settings, using: &random)
    #expect(noisy.map { truth.isFlipped($0) } == zip(noisy, clean).map { $0.label != $1.label })
  }

  @Test(
    "Where noise moves points, those on the wrong side of the best rule are", arguments: recipes)
  func places(_ each: TruthCase) {
    guard case .classes(let truth) = each.truth, truth.noise == .places else { return }
    let points = each.points(4000)
    for point in points {
      let posterior = truth.posterior(Double(point.x1), Double(point.x2))
      let own = posterior[Int(point.label)]
      // A point whose class is more probable than all others is never one, one with a less probable
      // class always.
      if posterior.enumerated().allSatisfy({ $0.offset == Int(point.label) || $0.element < own }) {
        #expect(!truth.isFlipped(point))
      }
      if posterior.contains(where: { $0 > own * 1.000_001 + 1e-12 }) {
        #expect(truth.isFlipped(point))
      }
    }
  }

  @Test("Without noise none is flipped, but for what overlaps anyway", arguments: TruthCase.classes)
  func none(_ each: TruthCase) {
    guard case .classes(let truth) = each.truth, each.settings.noise == 0 else { return }
    let flipped = each.points(500).count { truth.isFlipped($0) }
    // Of a spiral both arms begin at the origin; six blobs overlap by 0.3 %.
    let allowed = each.recipe.name == Spiral.name ? 1 : each.settings.classes == 6 ? 6 : 0
    #expect(flipped <= allowed)
    if each.recipe.name == Spiral.name { #expect(flipped == 1) }
  }

  @Test("A truth has the bits it always had", arguments: TruthCase.all)
  func fingerprint(_ each: TruthCase) {
    guard each.settings.count == 500, each.settings.noise == 0.25 else { return }
    guard each.settings.classes < 6 else { return }
    var fingerprint = Fingerprint()
    func add(_ number: Double) {
      fingerprint.add(UInt32(truncatingIfNeeded: number.bitPattern))
      fingerprint.add(UInt32(truncatingIfNeeded: number.bitPattern >> 32))
    }
    for x1 in stride(from: -6.5, through: 6.5, by: 1.3) {
      for x2 in stride(from: -6.5, through: 6.5, by: 1.3) {
        switch each.truth {
        case .classes(let truth):
          for number in truth.posterior(x1, x2) + truth.scores(x1, x2) { add(number) }
        case .numbers(let truth):
          add(truth.mean(x1, x2))
          add(truth.variance(x1, x2))
        case .unknown: break
        }
      }
    }
    let least = each.truth.leastLoss
    for number in [least.error, least.crossEntropy, least.squaredError] { add(number) }
    let name = each.recipe.name + (each.settings.classes == 3 ? "-3" : "")
    let entry = "\"\(name)\": 0x\(String(fingerprint.value, radix: 16)),"
    #expect(Self.known[name] == fingerprint.value, "if the recipe is new, add: \(entry)")
  }

  private static let known: [String: UInt64] = [
    "blobs": 0xa39b_015b_24b6_03f1,
    "blobs-3": 0x63cc_5842_576d_0e4b,
    "checkerboard": 0xdcae_0a95_4b48_aa6d,
    "circle": 0xb044_5818_d5b2_5614,
    "gauss": 0x0e9d_4f72_f067_1f88,
    "moons": 0xd554_3874_366a_2d06,
    "multi-gauss": 0xc3bd_c115_046e_ffe3,
    "plane": 0xf2d9_8269_237b_fd69,
    "spiral": 0xf9ef_2ed9_ea68_8826,
    "wave": 0x6f70_7ddf_3692_f8b8,
    "xor": 0xdafe_1f1b_3907_33a4,
  ]
}
