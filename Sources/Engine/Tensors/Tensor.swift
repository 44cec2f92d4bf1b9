/// An array of numbers with a name and a shape, as a file has it: the bytes are as they stand there.
public struct Tensor: Equatable, Sendable {
  /// What its numbers are, by the names of the safetensors format.
  public enum ElementType: String, Sendable {
    /// 0 or 1, in a byte.
    case bool = "BOOL"
    /// Whole numbers from 0, 8 bits.
    case uint8 = "U8"
    /// Whole numbers, 8 bits.
    case int8 = "I8"
    /// 8 bits, 4 of them the exponent and 3 the fraction.
    case float8e4m3 = "F8_E4M3"
    /// 8 bits, 5 of them the exponent and 2 the fraction.
    case float8e5m2 = "F8_E5M2"
    /// Whole numbers from 0, 16 bits.
    case uint16 = "U16"
    /// Whole numbers, 16 bits.
    case int16 = "I16"
    /// Half precision, 5 of 16 bits the exponent.
    case float16 = "F16"
    /// The upper half of a number in single precision.
    case bfloat16 = "BF16"
    /// Whole numbers from 0, 32 bits.
    case uint32 = "U32"
    /// Whole numbers, 32 bits.
    case int32 = "I32"
    /// Single precision.
    case float32 = "F32"
    /// Whole numbers from 0, 64 bits.
    case uint64 = "U64"
    /// Whole numbers, 64 bits.
    case int64 = "I64"
    /// Double precision.
    case float64 = "F64"

    /// Bytes of one number.
    public var byteCount: Int {
      switch self {
      case .bool, .uint8, .int8, .float8e4m3, .float8e5m2: 1
      case .uint16, .int16, .float16, .bfloat16: 2
      case .uint32, .int32, .float32: 4
      case .uint64, .int64, .float64: 8
      }
    }
  }

  /// Its name: `layers.0.weight`.
  public let name: String
  /// What its numbers are.
  public let type: ElementType
  /// Its dimensions; empty for a single number.
  public let shape: [Int]
  /// Its numbers row by row, the lowest byte of each first.
  public let bytes: [UInt8]

  init(_ name: String, _ type: ElementType, shape: [Int], bytes: [UInt8]) {
    self.name = name
    self.type = type
    self.shape = shape
    self.bytes = bytes
  }

  /// The same numbers under another name.
  public func renamed(_ name: String) -> Tensor {
    Tensor(name, type, shape: shape, bytes: bytes)
  }
}
