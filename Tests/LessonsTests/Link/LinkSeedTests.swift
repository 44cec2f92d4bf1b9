import Testing

@testable import Lessons

@Suite("Seeds of addresses")
struct LinkSeedTests {
  @Test("Five decimals are a number below 100000")
  func decimals() {
    for (text, seed) in [
      ("0.59704", 59704), ("0.00000", 0), ("0.00001", 1), ("0.5", 50000), ("0.99999", 99999),
      ("1.00000", 100_000), ("9999.99999", 999_999_999), ("42", 42), ("999999999", 999_999_999),
    ] as [(String, UInt64)] { #expect(LinkSeed.number(of: text) == seed, "\(text)") }
  }

  @Test("Every seed comes back")
  func roundTrip() {
    for seed in [0, 1, 42, 99_999, 100_000, 123_456_789, 999_999_999] as [UInt64] {
      #expect(LinkSeed.number(of: LinkSeed.text(of: seed)) == seed)
    }
    #expect(LinkSeed.text(of: 42) == "0.00042")
    #expect(LinkSeed.text(of: 123_456_789) == "1234.56789")
    #expect(LinkSeed.text(of: .max) == "184467440737095.51615")
  }

  @Test("Any other text is some seed, always the same, that settings take")
  func words() {
    // FNV-1a of the empty text and of “a” are published: its offset, and af63dc4c8601ec8c.
    let published: [(text: String, hash: UInt64)] = [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c),
    ]
    for (text, hash) in published {
      #expect(LinkSeed.number(of: text) == hash % 1_000_000_000)
    }
    for text in ["0.123456", "-1", "1000000000", "10000.00000", "0.", ".5", "nan", "٣", "1.2.3"] {
      let seed = LinkSeed.number(of: text)
      #expect(seed <= 999_999_999 && seed == LinkSeed.number(of: text))
    }
    #expect(LinkSeed.number(of: "0.123456") != LinkSeed.number(of: "0.123457"))
  }
}
