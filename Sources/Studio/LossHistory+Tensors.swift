import Engine

/// The history as tensors, for files.
extension LossHistory {
  /// The names of its tensors.
  static let names =
    ["history.epoch", "history.training", "history.test", "history.validation"] + extras
  /// Rows that files of earlier versions lack: NaN where nothing was noted.
  private static let extras = [
    "history.training_accuracy", "history.test_accuracy", "history.validation_accuracy",
    "history.penalty",
  ]

  /// A row of epochs, and a row for each loss, accuracy and the penalty; none for validation without
  /// validation points.
  var tensors: [Tensor] {
    let validation = entries.compactMap(\.validation)
    let rows = [
      Tensor(Self.names[0], integers: entries.map(\.epoch)),
      Tensor(Self.names[1], doubles: entries.map(\.training)),
      Tensor(Self.names[2], doubles: entries.map(\.test)),
    ]
    let columns: [(Entry) -> Double?] = [
      { $0.accuracy.training }, { $0.accuracy.test }, { $0.accuracy.validation }, { $0.penalty },
    ]
    let more = zip(Self.extras, columns).map { name, value in
      Tensor(name, doubles: entries.map { value($0) ?? .nan })
    }
    return rows + (validation.isEmpty ? [] : [Tensor(Self.names[3], doubles: validation)]) + more
  }

  /// The history of such tensors.
  init(_ tensors: [Tensor], stride: Int) throws(SafetensorsError) {
    let count = tensors.first { $0.name == Self.names[0] }?.shape.first ?? 0
    let table = try TensorTable(
      tensors,
      fitting: [
        TensorForm(Self.names[0], .integers, shape: [count]),
        TensorForm(Self.names[1], .doubles, shape: [count]),
        TensorForm(Self.names[2], .doubles, shape: [count]),
        TensorForm(Self.names[3], .doubles, shape: [count], isOptional: true),
      ] + Self.extras.map { TensorForm($0, .doubles, shape: [count], isOptional: true) })
    let epochs = table[Self.names[0]]?.integers ?? []
    let training = table[Self.names[1]]?.doubles ?? []
    let test = table[Self.names[2]]?.doubles ?? []
    let validation = table[Self.names[3]]?.doubles
    var last = -1
    for epoch in epochs {
      guard epoch > last, epoch <= 1 << 53, epoch % stride == 0 else {
        throw SafetensorsError(
          "\(Self.names[0]) has epoch \(epoch) after \(last); expected rising multiples of \(stride)"
        )
      }
      last = epoch
    }
    let extra = Self.extras.map { name in
      (table[name]?.doubles ?? Array(repeating: .nan, count: count)).map { $0.isNaN ? nil : $0 }
    }
    let entries = epochs.indices.map { index in
      Entry(
        epoch: epochs[index], training: training[index], test: test[index],
        validation: validation.map { $0[index] },
        accuracy: Accuracy(
          training: extra[0][index], test: extra[1][index], validation: extra[2][index]),
        penalty: extra[3][index])
    }
    self.init(entries: entries, stride: stride)
  }
}
