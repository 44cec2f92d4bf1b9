/// An array of numbers with a name and a shape, as a file has it: the bytes are as they stand there.
public struct Tensor: Equatable, Sendable {
  /// What its numbers are, by the names of the safetensors format.
  public enum ElementType: String, Sendable {
    case bool = "BOOL"
    case uint8 = "U8"
    case int8 = "I8"
    case float8e4m3 = "F8_E4M3"
    case float8e5m2 = "F8_E5M2"
    case uint16 = "U16"
    case int16 = "I16"
    case float16 = "F16"
    case bfloat16 = "BF16"
    case uint32 = "U32"
    case int32 = "I32"
    case float32 = "F32"
    case uint64 = "U64"
    case int64 = "I64"
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
