/// Everything of a trainer that a later step depends on, beside its settings and samples, for a
/// file. A copy of the trainer itself is simpler, where no file is needed.
///
/// A new field is a tensor or a note in `state`, its form in `forms`, and its check in `restore`.
extension Trainer {
  /// The keys of the notes that a state may have.
  public static let stateNotes = ["trainer.optimizer", "trainer.divergence"]
  /// More steps than anybody takes, and few enough to be added to without overflow.
  private static let countLimit = 1 << 53

  /// Its state now: the network's tensors, the optimiser's memory, and what the next batch depends
  /// on.
  public var state: Safetensors {
    let memory = settings.optimizer.memory
    var tensors = network.tensors
    for (name, values) in zip(settings.optimizer.momentNames, memory.moments) {
      tensors.append(Tensor("optimizer.\(name)", shape: [values.count], floats: values))
    }
    if !memory.counters.isEmpty {
      tensors.append(Tensor("optimizer.counters", doubles: memory.counters))
    }
    tensors += [
      Tensor("trainer.step_count", integer: stepCount),
      Tensor("trainer.epoch_count", integer: epochCount),
      Tensor("trainer.position", integer: position),
      Tensor("trainer.batch_loss", shape: [], floats: [batchLoss]),
      Tensor("trainer.order", integers: order), Tensor("trainer.random", words: random.state),
    ]
    if let earlyStopping { tensors += earlyStopping.tensors }
    var notes = [Safetensors.Note("trainer.optimizer", type(of: settings.optimizer).name)]
    if let divergence { notes.append(.init("trainer.divergence", divergence.text)) }
    return Safetensors(tensors: tensors, notes: notes)
  }

  /// What the tensors of a state have to be.
  public var stateForms: [TensorForm] {
    let memory = settings.optimizer.memory
    var forms = network.tensorForms
    for name in settings.optimizer.momentNames {
      forms.append(TensorForm("optimizer.\(name)", .floats, shape: [network.parameterCount]))
    }
    if !memory.counters.isEmpty {
      forms.append(TensorForm("optimizer.counters", .doubles, shape: [memory.counters.count]))
    }
    if let earlyStopping { forms += earlyStopping.forms }
    return forms + [
      TensorForm("trainer.step_count", .integers, shape: []),
      TensorForm("trainer.epoch_count", .integers, shape: []),
      TensorForm("trainer.position", .integers, shape: []),
      TensorForm("trainer.batch_loss", .floats, shape: []),
      TensorForm("trainer.order", .integers, shape: [samples.count]),
      TensorForm("trainer.random", .words, shape: [4]),
    ]
  }

  /// Takes over a state, after which it goes on to the bit as the trainer that had it, given the
  /// same settings, samples and seed. On an error nothing changes.
  ///
  /// - Parameter state: tensors of `stateForms` and no others; notes that are not of `stateNotes`
  ///   are passed over.
  public mutating func restore(_ state: Safetensors) throws(SafetensorsError) {
    let name = type(of: settings.optimizer).name
    guard state.note("trainer.optimizer") == name else {
      let found = state.note("trainer.optimizer").map { "of the optimiser “\($0)”" }
      throw SafetensorsError(
        "the state is \(found ?? "of no optimiser"), expected one of “\(name)”")
    }
    let table = try TensorTable(state.tensors, fitting: stateForms)
    var restored = self
    restored.network.load(table)
    try restored.restoreMemory(from: table)
    try restored.restorePlace(from: table)
    if let watch = earlyStopping {
      restored.earlyStopping = try EarlyStopping(table, like: watch)
    }
    restored.setLearningRate()
    restored.divergence = nil
    if let text = state.note("trainer.divergence") {
      guard let divergence = Divergence(text: text, levels: network.levels.count) else {
        throw SafetensorsError("trainer.divergence “\(text.shown())” can't be read")
      }
      restored.divergence = divergence
    }
    self = restored
  }

  private mutating func restoreMemory(from table: TensorTable) throws(SafetensorsError) {
    let moments = settings.optimizer.momentNames.map { table["optimizer.\($0)"]?.floats ?? [] }
    let memory = OptimizerMemory(
      moments: moments, counters: table["optimizer.counters"]?.doubles ?? [])
    guard spec.optimizer.restore(memory) else {
      throw SafetensorsError("the optimiser's memory does not fit")
    }
  }

  /// Where in the training it is: what the next batch depends on.
  private mutating func restorePlace(from table: TensorTable) throws(SafetensorsError) {
    stepCount = try table.integer("trainer.step_count", in: 0...Self.countLimit)
    epochCount = try table.integer("trainer.epoch_count", in: 0...Self.countLimit)
    position = try table.integer("trainer.position", in: 0...(samples.count - 1))
    batchLoss = table["trainer.batch_loss"]?.floats?.first ?? .nan
    let order = table["trainer.order"]?.integers ?? []
    guard order.sorted() == Array(0..<samples.count) else {
      throw SafetensorsError(
        "trainer.order is no order of \(samples.count) samples: each has to stand in it once")
    }
    self.order = order
    guard let random = Random(state: table["trainer.random"]?.words ?? []) else {
      throw SafetensorsError("trainer.random is 0, from which no random numbers come")
    }
    self.random = random
  }
}

extension Divergence {
  /// `loss epoch 3 batch 4 step 120 level 2`, for a file.
  fileprivate var text: String {
    "\(quantity.rawValue) epoch \(epoch) batch \(batch) step \(step) level \(level)"
  }

  fileprivate init?(text: String, levels: Int) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 9, let quantity = Quantity(rawValue: String(words[0])),
      words[1] == "epoch", words[3] == "batch", words[5] == "step", words[7] == "level",
      let epoch = Int(words[2]), let batch = Int(words[4]), let step = Int(words[6]),
      let level = Int(words[8]), epoch >= 1, batch >= 1, step >= 1, (1...levels).contains(level)
    else { return nil }
    self.init(
      epoch: epoch, batch: batch, step: step, level: level, isOutput: level == levels,
      quantity: quantity)
  }
}
