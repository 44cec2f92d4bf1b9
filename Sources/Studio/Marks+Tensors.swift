import Engine

/// What was frozen and killed, as tensors for files; none where nothing is.
extension Marks {
  /// The names of the tensors.
  static let names = ["marks.frozen", "marks.killed"]

  /// A row of places, and a row of levels and units in turn.
  var tensors: [Tensor] {
    var tensors: [Tensor] = []
    if !frozen.isEmpty { tensors.append(Tensor(Self.names[0], integers: frozen)) }
    if !killed.isEmpty {
      tensors.append(Tensor(Self.names[1], integers: killed.flatMap { [$0.level, $0.unit] }))
    }
    return tensors
  }

  /// The marks of such tensors, for a network of that shape.
  init(_ tensors: [Tensor], for network: Network) throws(SafetensorsError) {
    let counts = Self.names.map { name in tensors.first { $0.name == name }?.shape.first ?? 0 }
    let table = try TensorTable(
      tensors,
      fitting: zip(Self.names, counts).map {
        TensorForm($0, .integers, shape: [$1], isOptional: true)
      })
    let frozen = table[Self.names[0]]?.integers ?? []
    let numbers = table[Self.names[1]]?.integers ?? []
    for (index, last) in zip(frozen, [-1] + frozen)
    where index <= last || index >= network.parameterCount {
      throw SafetensorsError(
        "\(Self.names[0]) has \(index) after \(last), expected rising places below "
          + "\(network.parameterCount)")
    }
    let killed = Swift.stride(from: 0, to: numbers.count - 1, by: 2).map {
      UnitPlace(level: numbers[$0], unit: numbers[$0 + 1])
    }
    guard numbers.count % 2 == 0, killed == Set(killed).sorted(),
      killed.allSatisfy(network.canKill)
    else {
      throw SafetensorsError(
        "\(Self.names[1]) is \("\(numbers)".shown(limit: 60)), expected levels and numbers of hidden units, rising"
      )
    }
    self.init(frozen: frozen, killed: killed)
  }
}
