/// Seeds as TensorFlow Playground writes them: a number with five decimals.
enum LinkSeed {
  /// The largest seed that a preset's setting takes.
  private static let limit: UInt64 = 999_999_999

  /// `0.59704` for 59704.
  static func text(of seed: UInt64) -> String {
    let decimals = "\(seed % 100_000)"
    return "\(seed / 100_000)." + String(repeating: "0", count: 5 - decimals.count) + decimals
  }

  /// 59704 for `0.59704`, a whole number for itself, and always the same number for any other text.
  static func number(of text: String) -> UInt64 {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let areDigits = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    if areDigits, parts.count == 1, let whole = UInt64(text), whole <= limit { return whole }
    if areDigits, parts.count == 2, parts[1].count <= 5, let whole = UInt64(parts[0]),
      whole <= limit / 100_000,
      let decimals = UInt64(parts[1] + String(repeating: "0", count: 5 - parts[1].count))
    {
      return whole * 100_000 + decimals
    }
    return hash(text) % (limit + 1)
  }

  /// Source: G. Fowler, L. C. Noll, K.-P. Vo, *The FNV Non-Cryptographic Hash Algorithm*: FNV-1a of
  /// 64 bits.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }
}
