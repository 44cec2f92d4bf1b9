/// Numbers in, numbers out, to the bit.
extension Tensor {
  /// F32 numbers in a shape that takes as many.
  public init(_ name: String, shape: [Int], floats: some Collection<Float>) {
    self.init(name, .float32, shape: shape, bytes: Self.bytes(of: floats.map(\.bitPattern)))
  }

  /// F64 numbers in a row.
  public init(_ name: String, doubles: [Double]) {
    self.init(
      name, .float64, shape: [doubles.count], bytes: Self.bytes(of: doubles.map(\.bitPattern)))
  }

  /// I64 numbers in a row.
  public init(_ name: String, integers: [Int]) {
    self.init(
      name, .int64, shape: [integers.count],
      bytes: Self.bytes(of: integers.map { UInt64(bitPattern: Int64($0)) }))
  }

  /// One I64 number.
  public init(_ name: String, integer: Int) {
    self.init(
      name, .int64, shape: [], bytes: Self.bytes(of: [UInt64(bitPattern: Int64(integer))]))
  }

  /// U64 numbers in a row.
  public init(_ name: String, words: [UInt64]) {
    self.init(name, .uint64, shape: [words.count], bytes: Self.bytes(of: words))
  }

  /// Its numbers in single precision: F32, F16 and BF16 exactly, F64 rounded; nil for other types.
  public var floats: [Float]? {
    switch type {
    case .float32: patterns(UInt32.self).map { Float(bitPattern: $0) }
    case .float64: patterns(UInt64.self).map { Float(Double(bitPattern: $0)) }
    case .bfloat16: patterns(UInt16.self).map { Float(bitPattern: UInt32($0) << 16) }
    case .float16: patterns(UInt16.self).map(Self.widened)
    default: nil
    }
  }

  /// Its numbers, if they are F64.
  public var doubles: [Double]? {
    type == .float64 ? patterns(UInt64.self).map { Double(bitPattern: $0) } : nil
  }

  /// Its numbers, if they are I64.
  public var integers: [Int]? {
    type == .int64 ? patterns(UInt64.self).map { Int(Int64(bitPattern: $0)) } : nil
  }

  /// Its numbers, if they are U64.
  public var words: [UInt64]? { type == .uint64 ? patterns(UInt64.self) : nil }

  /// A number of 16 bits, 5 of them the exponent, by its bits.
  ///
  /// By hand, because the type for it is not there on every machine.
  /// Source: IEEE 754-2019, §3.4, binary16.
  private static func widened(_ bits: UInt16) -> Float {
    let sign = UInt32(bits & 0x8000) << 16
    let exponent = UInt32(bits >> 10 & 0x1F)
    let fraction = UInt32(bits & 0x3FF)
    if exponent == 0 {
      // 0, or a fraction of the smallest normal number 2⁻¹⁴.
      let size = Float(fraction) * 0x1p-24
      return sign == 0 ? size : -size
    }
    let wide = exponent == 0x1F ? 0xFF : exponent + 112
    return Float(bitPattern: sign | wide << 23 | fraction << 13)
  }

  private static func bytes<Word: FixedWidthInteger & UnsignedInteger>(
    of words: [Word]
  ) -> [UInt8] {
    let width = Word.bitWidth / 8
    return (0..<(words.count * width)).map { index in
      UInt8(truncatingIfNeeded: words[index / width] >> Word(index % width * 8))
    }
  }

  private func patterns<Word: FixedWidthInteger & UnsignedInteger>(_: Word.Type) -> [Word] {
    let width = Word.bitWidth / 8
    return (0..<(bytes.count / width)).map { index in
      var word = Word()
      for byte in 0..<width { word |= Word(bytes[index * width + byte]) << Word(byte * 8) }
      return word
    }
  }
}
