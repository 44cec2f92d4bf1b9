import Datasets
import Engine
import TestSupport
import Testing

/// Bits that presets and saved sessions rely on: a seed means the same points for ever.
@Suite("Fingerprints of data sets and features")
struct FingerprintTests {
  /// Of each recipe, split in two ways.
  private static let recipes: [String: [UInt64]] = [
    "circle": [0xf548_866f_e2db_72ef, 0x8d64_da9e_570f_7d20],
    "xor": [0x0dad_43e0_1dc2_d7f0, 0x902e_ac9e_3fb2_0e4b],
    "gauss": [0xb993_44f2_1e1f_bdf3, 0x24d3_15f7_4b2d_bde4],
    "spiral": [0xbe37_8d50_733b_2a90, 0xbfee_ba3a_892c_8a43],
    "moons": [0xc0a6_2b37_70ac_cc5b, 0xdbda_3502_c0f9_4e84],
    "blobs": [0xafc3_6d09_728b_504a, 0x2e30_f76c_2fa3_4b4d],
    "checkerboard": [0xf7dc_5bb2_85fe_d52e, 0x5522_036d_84ec_84c9],
    "plane": [0xac73_ffae_f266_1615, 0xc7b6_d80f_d9de_d786],
    "wave": [0xa34c_b1dc_3dc8_d09d, 0xde84_778b_70ff_a05e],
    "multi-gauss": [0x5ac1_c82d_5c75_6d41, 0xa479_7b81_21d6_2ce6],
  ]

  /// Of each feature on a grid.
  private static let features: [String: UInt64] = [
    "x1": 0x7ae4_b0ff_87d6_6ac5,
    "x2": 0xd815_0f69_8e95_2925,
    "x1sq": 0xe062_cbc9_bc14_e579,
    "x2sq": 0x6655_d396_b129_a0ed,
    "x1x2": 0xc795_5612_555d_2411,
    "sinx1": 0xb7f1_b7f8_22ee_c40d,
    "sinx2": 0x55c8_9487_d19f_6805,
  ]

  @Test("A recipe gives the points it always gave", arguments: RecipeCatalogue.all)
  func recipe(_ recipe: any Recipe.Type) {
    let found = [0.5, 0.8].map { share in
      let dataset = Dataset(
        recipe, settings: RecipeSettings(count: 500, noise: 0.2, classes: 3),
        split: Split(training: share), seed: 42)
      var fingerprint = Fingerprint()
      for part in [dataset.training, dataset.test] {
        fingerprint.add(UInt32(part.count))
        for example in part {
          fingerprint.add(example.x1.bitPattern)
          fingerprint.add(example.x2.bitPattern)
          fingerprint.add(example.label.bitPattern)
        }
      }
      return fingerprint.value
    }
    let entry = found.map { "0x\(String($0, radix: 16))" }.joined(separator: ", ")
    #expect(
      Self.recipes[recipe.name] == found,
      "if the recipe is new, add to `recipes`: \"\(recipe.name)\": [\(entry)],")
  }

  @Test("A feature has the values it always had", arguments: Feature.allCases)
  func feature(_ feature: Feature) {
    var fingerprint = Fingerprint()
    for x1 in stride(from: Float(-7), through: 7, by: 0.375) {
      for x2 in stride(from: Float(-7), through: 7, by: 0.375) {
        fingerprint.add(feature.value(x1, x2).bitPattern)
      }
    }
    let entry = "0x\(String(fingerprint.value, radix: 16))"
    #expect(
      Self.features[feature.rawValue] == fingerprint.value,
      "if the feature is new, add to `features`: \"\(feature.rawValue)\": \(entry),")
  }

  @Test("A stratified split and standardised inputs are what they always were")
  func prepared() {
    let dataset = Dataset(
      Blobs.self, settings: RecipeSettings(count: 500, noise: 0.2, classes: 3),
      split: Split(training: 0.5, validation: 0.2, isStratified: true), seed: 42)
    let standardizer = Standardizer(Feature.allCases, fittedTo: dataset.training)
    var fingerprint = Fingerprint()
    for share in Dataset.Share.allCases {
      for example in dataset[share] {
        fingerprint.add(example.label.bitPattern)
        for (input, feature) in Feature.allCases.enumerated() {
          let value = feature.value(example.x1, example.x2)
          fingerprint.add(standardizer.standardized(value, input: input).bitPattern)
        }
      }
    }
    #expect(fingerprint.value == 0xf354_d0da_4a16_68d6)
  }

  @Test("No fingerprint is left of what there is no longer")
  func complete() {
    #expect(Set(Self.recipes.keys) == Set(RecipeCatalogue.all.map { $0.name }))
    #expect(Set(Self.features.keys) == Set(Feature.allCases.map(\.rawValue)))
  }

  @Test("The fingerprint is that of its inventors")
  func reference() {
    var fingerprint = Fingerprint()
    #expect(fingerprint.value == 0xcbf2_9ce4_8422_2325)
    fingerprint.add(0x626f_6f66)  // "foob"
    #expect(fingerprint.value == 0xdd12_0e79_0c25_12af)
  }
}
