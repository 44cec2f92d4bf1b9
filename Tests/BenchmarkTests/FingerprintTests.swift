import Benchmark
import Testing

@Suite("Fingerprints")
struct FingerprintTests {
  @Test("The fingerprint is that of its inventors")
  func reference() {
    #expect(Fingerprint([]).text == "cbf29ce484222325")
    // "foob", lowest byte first.
    #expect(Fingerprint([Float(bitPattern: 0x626f_6f66)]).text == "dd120e790c2512af")
  }

  @Test("One bit makes a difference, as does the order")
  func bits() {
    #expect(Fingerprint([0]) != Fingerprint([-0.0]))
    #expect(Fingerprint([1, 2]) != Fingerprint([2, 1]))
    #expect(Fingerprint([1, Float(1).nextUp]) != Fingerprint([1, 1]))
  }
}
