/// Bits put one after the other into bytes, the lowest of a byte first, as DEFLATE wants them.
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var pendingCount = 0

  init() {}

  /// Adds the lowest bits of a number, at most 32.
  mutating func write(_ value: UInt32, count: Int) {
    pending |= UInt64(value) << UInt64(pendingCount)
    pendingCount += count
    while pendingCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      pendingCount -= 8
    }
  }

  /// Fills the last byte with zeros.
  mutating func finish() {
    if pendingCount > 0 { write(0, count: 8 - pendingCount) }
  }
}
