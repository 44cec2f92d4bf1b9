extension Safetensors {
  /// Reads a file, any bytes at all: what is no safetensors file is an error that says where.
  ///
  /// It is strict: the header has at most 32 MiB, sizes match shapes, and the tensors fill the data
  /// without gap or overlap.
  public init(bytes: [UInt8]) throws(SafetensorsError) {
    guard bytes.count >= 8 else {
      throw SafetensorsError(
        "the file has \(bytes.count) bytes; a safetensors file begins with 8 for the header's"
          + " length")
    }
    let length = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[$1]) << UInt64($1 * 8) }
    guard length <= UInt64(Self.headerLimit) else {
      throw SafetensorsError(
        "the first 8 bytes are no length of a header: \(length), more than \(Self.headerLimit)")
    }
    let dataStart = 8 + Int(length)
    guard dataStart <= bytes.count else {
      throw SafetensorsError(
        "the header should have \(length) bytes; the file ends after \(bytes.count - 8) of them")
    }
    var parser = HeaderParser(bytes, in: 8..<dataStart)
    var notes: [Note] = []
    var entries: [Entry] = []
    try parser.object { (parser, key) throws(SafetensorsError) in
      if key == Self.notesKey {
        try parser.object { (parser, key) throws(SafetensorsError) in
          notes.append(Note(key, try parser.text()))
        }
      } else {
        entries.append(try Entry(key, from: &parser, dataCount: bytes.count - dataStart))
      }
    }
    try parser.finish()
    try Self.checkLayout(of: entries, dataCount: bytes.count - dataStart)
    self.notes = notes
    tensors = entries.map { entry in
      let range = (dataStart + entry.data.lowerBound)..<(dataStart + entry.data.upperBound)
      return Tensor(entry.name, entry.type, shape: entry.shape, bytes: Array(bytes[range]))
    }
  }

  /// Every byte of the data belongs to one tensor.
  private static func checkLayout(
    of entries: [Entry], dataCount: Int
  ) throws(SafetensorsError) {
    let inOrder = entries.sorted {
      ($0.data.lowerBound, $0.data.upperBound) < ($1.data.lowerBound, $1.data.upperBound)
    }
    var end = 0
    for entry in inOrder {
      guard entry.data.lowerBound == end else {
        throw SafetensorsError(
          "tensor “\(entry.name.shown())” begins at byte \(entry.data.lowerBound) of the data, where"
            + " \(end) was expected: tensors "
            + (entry.data.lowerBound < end ? "overlap" : "leave a gap"))
      }
      end = entry.data.upperBound
    }
    guard end == dataCount else {
      throw SafetensorsError("the tensors take \(end) bytes; the file has \(dataCount) of data")
    }
  }
}

/// What a header says of a tensor.
private struct Entry {
  let name: String
  let type: Tensor.ElementType
  let shape: [Int]
  /// Its bytes, counted from the start of the data.
  let data: Range<Int>

  init(
    _ name: String, from parser: inout HeaderParser, dataCount: Int
  ) throws(SafetensorsError) {
    func problem(_ text: String) -> SafetensorsError {
      SafetensorsError("tensor “\(name.shown())”: \(text)")
    }
    func list(_ numbers: [Int]) -> String { "\(numbers)".shown(limit: 60) }
    var found: (type: String?, shape: [Int]?, offsets: [Int]?) = (nil, nil, nil)
    try parser.object { (parser, key) throws(SafetensorsError) in
      switch key {
      case "dtype": found.type = try parser.text()
      case "shape": found.shape = try parser.numbers()
      case "data_offsets": found.offsets = try parser.numbers()
      default:
        throw problem("“\(key.shown())” is not known; dtype, shape, data_offsets were expected")
      }
    }
    guard let typeName = found.type, let shape = found.shape, let offsets = found.offsets else {
      throw problem("it needs dtype, shape and data_offsets")
    }
    guard let type = Tensor.ElementType(rawValue: typeName) else {
      throw problem("the dtype “\(typeName.shown())” is not known")
    }
    guard offsets.count == 2, offsets[0] <= offsets[1], offsets[1] <= dataCount else {
      throw problem("data_offsets \(list(offsets)) are no part of \(dataCount) bytes of data")
    }
    let size = Self.size(of: shape, type)
    guard offsets[1] - offsets[0] == size else {
      throw problem(
        "shape \(list(shape)) of \(type.rawValue) takes \(size.map { "\($0)" } ?? "too many") bytes;"
          + " data_offsets \(list(offsets)) give it \(offsets[1] - offsets[0])")
    }
    self.name = name
    self.type = type
    self.shape = shape
    data = offsets[0]..<offsets[1]
  }

  /// Bytes of a tensor; nil if they are too many to count.
  private static func size(of shape: [Int], _ type: Tensor.ElementType) -> Int? {
    if shape.contains(0) { return 0 }
    var size = type.byteCount
    for dimension in shape {
      let (product, isLarge) = size.multipliedReportingOverflow(by: dimension)
      if isLarge { return nil }
      size = product
    }
    return size
  }
}
