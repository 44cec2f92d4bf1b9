import Lessons
import Testing

@Suite("SHA-256")
struct DigestTests {
  /// Messages and their hashes.
  ///
  /// Source: NIST, *Cryptographic Standards and Guidelines: Example Values*, SHA-256, and the messages
  /// of the Secure Hash Algorithm Validation System (SHA256ShortMsg).
  private static let examples: [(message: [UInt8], hash: String)] = [
    ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      Array(
        ("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
          + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu").utf8),
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    ([0xBD], "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"),
  ]

  @Test("The standard's examples have the standard's hashes")
  func examples() {
    for example in Self.examples {
      #expect(Digest(of: example.message).description == example.hash)
    }
  }

  @Test("A million letters, as the standard has it")
  func long() {
    #expect(
      Digest(of: repeatElement(UInt8(ascii: "a"), count: 1_000_000)).description
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test(
    "Around the end of a block, padding fits",
    arguments: [
      (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
      (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
      (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
      (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    ])
  func padding(count: Int, hash: String) {
    #expect(Digest(of: repeatElement(UInt8(ascii: "a"), count: count)).description == hash)
  }

  @Test("Its digits tell it again, and nothing else does")
  func digits() {
    let digest = Digest(of: "percept")
    #expect(Digest(digits: digest.description) == digest)
    for text in ["", "abc", digest.description + "0", digest.description.uppercased()] {
      #expect(Digest(digits: text) == nil)
    }
    #expect(Digest(digits: String(repeating: "é", count: 32)) == nil)
  }
}
