import Engine

/// The layers of a network as JSON.
extension TrainedNetwork {
  /// A level: what it does, and its numbers under the names of their file.
  func layer(_ number: Int) -> JSON {
    let level = program.levels[number]
    let prefix = "layers.\(number)."
    let tensors = network.tensors.filter { $0.name.hasPrefix(prefix) }
      .map { $0.renamed(String($0.name.dropFirst(prefix.count))) }
    var members: [JSON.Member] = [
      .init("name", .text("layers.\(number)")), .init("units", .whole(level.units)),
      .init("wiring", .text(level.wiring)),
    ]
    if program.isContinuous(level) { members.append(.init("steps", .whole(level.solverSteps))) }
    members += [
      .init("activation", .text(level.activation.rawValue)),
      .init("formula", .text(level.activation.formula)),
    ]
    members += tensors.filter { !$0.name.hasPrefix("norm.") }
      .map { .init($0.name, Self.numbers($0)) }
    if let kind = level.normalization {
      let norm = tensors.filter { $0.name.hasPrefix("norm.") }
        .map { JSON.Member(String($0.name.dropFirst("norm.".count)), Self.numbers($0)) }
      let epsilon =
        kind == Program.batchNorm ? BatchNorm(count: 1).epsilon : LayerNorm(count: 1).epsilon
      members.append(
        .init(
          "norm",
          .object([.init("kind", .text(kind)), .init("epsilon", .finite(epsilon))] + norm)))
    }
    if let mask = program.mask(ofLevel: number) {
      members.append(.init("mask", .list(mask.map(JSON.whole))))
    }
    return .object(members)
  }

  /// A row of numbers, or rows of them.
  private static func numbers(_ tensor: Tensor) -> JSON {
    let floats = tensor.floats ?? []
    guard tensor.shape.count == 2 else { return .list(floats.map(JSON.finite)) }
    let (rows, width) = (tensor.shape[0], tensor.shape[1])
    return .list(
      (0..<rows).map { row in .list(floats[(row * width)..<((row + 1) * width)].map(JSON.finite)) })
  }
}
