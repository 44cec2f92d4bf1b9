/// What a tensor has to be for what it is wanted for.
public struct TensorForm: Sendable {
  /// Which numbers it has.
  public enum Numbers: Sendable {
    /// Floating-point numbers of any width, read in single precision.
    case floats
    /// F64.
    case doubles
    /// I64.
    case integers
    /// U64.
    case words

    func allow(_ type: Tensor.ElementType) -> Bool {
      switch self {
      case .floats: [.float32, .float64, .float16, .bfloat16].contains(type)
      case .doubles: type == .float64
      case .integers: type == .int64
      case .words: type == .uint64
      }
    }

    var title: String {
      switch self {
      case .floats: "F32"
      case .doubles: "F64"
      case .integers: "I64"
      case .words: "U64"
      }
    }
  }

  /// Its name.
  public let name: String
  /// Which numbers it has.
  public let numbers: Numbers
  /// Its dimensions; nil if any row of numbers will do.
  public let shape: [Int]?
  /// Whether it may be missing.
  public let isOptional: Bool

  /// A tensor of that name.
  public init(_ name: String, _ numbers: Numbers, shape: [Int]?, isOptional: Bool = false) {
    self.name = name
    self.numbers = numbers
    self.shape = shape
    self.isOptional = isOptional
  }
}

/// Tensors that were found to be what is wanted: one of each form, and no other.
public struct TensorTable: Sendable {
  private let tensors: [String: Tensor]

  /// Checks the tensors; all that is missing, unexpected or of another form is in the one error.
  ///
  /// PyTorch's `num_batches_tracked` is passed over: nothing depends on it here.
  public init(_ tensors: [Tensor], fitting forms: [TensorForm]) throws(SafetensorsError) {
    var table: [String: Tensor] = [:]
    for tensor in tensors { table[tensor.name] = tensor }
    var problems: [String] = []
    for form in forms {
      let expected = form.numbers.title + (form.shape.map { " \($0)" } ?? " in a row")
      guard let tensor = table[form.name] else {
        if !form.isOptional { problems.append("\(form.name) is missing, expected \(expected)") }
        continue
      }
      let fits = form.shape.map { $0 == tensor.shape } ?? (tensor.shape.count == 1)
      if !fits || !form.numbers.allow(tensor.type) {
        problems.append(
          "\(form.name) is \(tensor.type.rawValue) \(Self.list(tensor.shape)), expected \(expected)"
        )
      }
    }
    let names = Set(forms.map(\.name))
    for tensor in tensors
    where !names.contains(tensor.name) && !tensor.name.hasSuffix(".num_batches_tracked") {
      problems.append("\(tensor.name.shown()) \(Self.list(tensor.shape)) is not expected")
    }
    guard problems.isEmpty else {
      let limit = 8
      let rest = problems.count - limit
      throw SafetensorsError(
        problems.prefix(limit).joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : ""))
    }
    self.tensors = table
  }

  private static func list(_ shape: [Int]) -> String { "\(shape)".shown(limit: 60) }

  /// The tensor of that name; nil if it was optional and is missing.
  public subscript(_ name: String) -> Tensor? { tensors[name] }

  /// The single number of a tensor, if it is in a range.
  func integer(_ name: String, in range: ClosedRange<Int>) throws(SafetensorsError) -> Int {
    let number = tensors[name]?.integers?.first ?? range.lowerBound
    guard range.contains(number) else {
      throw SafetensorsError(
        "\(name) is \(number), expected \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }
}
