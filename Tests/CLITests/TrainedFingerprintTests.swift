import Testing

@testable import CLI

@Suite("Fingerprints of trained presets")
struct TrainedFingerprintTests {
  @Test("Presets train to the same bits in every build; .ci/same-bits compares builds")
  func presets() throws {
    #expect(
      try TrainedFingerprint.all(in: .ofThisProgram()) == [
        "circle 74d03e53ab60ff0e",
        "spiral 04ba4425e3efb7f2",
        "multi-gauss 1167f26c567b16d7",
        "w2 1edb7035797f98bb",
        "w4 262bc7097ce87e47",
        "w4tanh 3b44e1101b2576eb",
      ])
  }
}
