import Datasets
import Engine
import Lessons

/// Points drawn, erased and given other labels by hand.
extension Session {
  /// Writes an edit into a preset, whose data set becomes exactly the points that are there then,
  /// each in its share; gives the reason if it can't be done.
  static func editPoints(_ action: Action, of preset: inout Preset) -> String? {
    var set = PointSet(preset.dataset)
    let before = set
    switch action {
    case .addPoints(let examples, let share):
      guard set.points.count + examples.count <= PointSet.limit else {
        return "There are at most \(PointSet.limit) points."
      }
      let domain = Dataset.domain
      guard examples.allSatisfy({ domain.contains($0.x1) && domain.contains($0.x2) }) else {
        return "Points lie between −6 and 6 in both directions."
      }
      for example in examples {
        if let refusal = include(example.label, in: &set) { return refusal }
        let x2 = set.isOneDimensional ? 0 : Double(example.x2)
        let placed = Example(Double(example.x1), x2, label: Double(example.label))
        set.points.append(PointSet.Point(placed, share))
      }
    case .erasePoints(let places):
      guard places.allSatisfy(set.points.indices.contains) else { return noPoint }
      let erased = Set(places)
      set.points = set.points.indices.filter { !erased.contains($0) }.map { set.points[$0] }
      guard set.count(of: .training) > 0 else {
        return "Training needs at least one point; the last one stays."
      }
    case .relabelPoints(let places, let label):
      guard places.allSatisfy(set.points.indices.contains) else { return noPoint }
      if !places.isEmpty, let refusal = include(label, in: &set) { return refusal }
      for place in places {
        let old = set.points[place].example
        set.points[place].example = Example(
          Double(old.x1), Double(old.x2), label: Double(label))
      }
    default: return nil
    }
    guard set != before else { return nil }
    preset.data.points = set
    preset.data.recipe = DataSource.pointsName
    preset.data.columns = ColumnChoice()
    preset.data.samples = nil
    return nil
  }

  private static let noPoint = "There is no such point."

  /// Makes room for a label; gives the reason if there is none.
  private static func include(_ label: Float, in set: inout PointSet) -> String? {
    if set.problem == .regression {
      return abs(label) <= 1e6 ? nil : "A number to predict lies between −1e6 and 1e6."
    }
    guard label >= 0, label < Float(Table.classLimit), label == label.rounded() else {
      return "There are at most \(Table.classLimit) classes, numbered from 0."
    }
    set.include(class: Int(label))
    return nil
  }

  /// Goes on with the edited points: weights, counters and the rest of the epoch are kept.
  ///
  /// - Parameter undoing: whether the edit is taken back, and not made.
  mutating func settlePoints(_ action: Action, from old: Preset, undoing: Bool = false) -> Outcome {
    let before = dataset
    let objective = old.objective
    dataset = preset.dataset
    guard trainer.divergence == nil else {
      startAnew(from: old)
      return Outcome(
        effect: .startedAnew, message: "Started anew, because training had diverged.")
    }
    let isReshaped = preset.networkSpec != old.networkSpec
    let network =
      isReshaped
      ? trainer.network.reshaped(
        to: preset.networkSpec, inputs: Array(preset.features.indices), seed: preset.network.seed)
      : trainer.network
    samples = ShareSamples(preset, dataset)
    let places = Self.places(
      action, undoing: undoing, from: before.training.count, to: dataset.training.count)
    let epoch = trainer.epochCount
    guard
      let trainer = try? trainer.going(
        on: network, samples, places: places, spec: preset.trainingSpec, seed: preset.training.seed)
    else {
      startAnew(from: old)
      return Outcome(effect: .startedAnew, message: "Started anew: the points changed.")
    }
    let (marks, old) = (Marks(of: self.trainer), self.trainer.network)
    self.trainer = trainer
    put(marks.moved(from: old, to: network, inputs: preset.features.indices.map { $0 }))
    if isReshaped { beginPath() }
    if preset.objective.loss != objective.loss {
      forgetCurves()
      recordEpoch()
    } else if trainer.epochCount > epoch {
      recordEpoch()
    }
    return Outcome(effect: .keptWeights, message: Self.told(action, isReshaped: isReshaped))
  }

  /// Where each of the training points has come to by an edit, nil for one that is gone.
  ///
  /// - Parameters:
  ///   - old: how many training points there were.
  ///   - new: how many there are now.
  private static func places(
    _ action: Action, undoing: Bool, from old: Int, to new: Int
  ) -> [Int?] {
    guard case .erasePoints(let erased) = action else {
      // Drawn points are the last ones, whether they come or go.
      return (0..<old).map { $0 < new ? $0 : nil }
    }
    let gone = Set(erased)
    let kept = (0..<max(old, new)).filter { !gone.contains($0) }
    if undoing { return kept.map { $0 } }
    var places = [Int?](repeating: nil, count: old)
    for (place, index) in kept.enumerated() { places[index] = place }
    return places
  }

  private static func told(_ action: Action, isReshaped: Bool) -> String {
    if isReshaped { return "A new class has an output of its own; other weights were kept." }
    func points(_ count: Int) -> String { count == 1 ? "1 point" : "\(count) points" }
    return switch action {
    case .addPoints(let examples, _): "Added \(points(examples.count)); the weights stay."
    case .erasePoints(let places): "Took \(points(Set(places).count)) away; the weights stay."
    case .relabelPoints(let places, _):
      "Gave \(points(Set(places).count)) another label; the weights stay."
    default: ""
    }
  }
}

extension Trainer {
  /// A trainer that goes on from here with other samples: those that stay keep their place in the
  /// epoch's order, new ones come at its end. An epoch of which nothing is left is over.
  ///
  /// - Parameter places: where each sample has come to, nil for one that is gone.
  fileprivate func going(
    on network: Network, _ samples: ShareSamples, places: [Int?], spec: TrainingSpec, seed: UInt64
  ) throws -> Trainer {
    var next = Trainer(
      network: network, samples: samples.training, validation: samples.validation, spec: spec,
      seed: seed)
    let (past, fresh) = (state, next.state)
    let count = samples.training.count
    let old = past.tensors.first { $0.name == "trainer.order" }?.integers ?? []
    let kept = Set(places.compactMap { $0 })
    let order = old.compactMap { places[$0] } + (0..<count).filter { !kept.contains($0) }
    let used = old.prefix(position).count { places[$0] != nil }
    let isOver = position > 0 && used >= count
    let tensors = fresh.tensors.map { tensor in
      switch tensor.name {
      case "trainer.order": return Tensor(tensor.name, integers: order)
      case "trainer.position": return Tensor(tensor.name, integer: isOver ? 0 : used)
      case "trainer.epoch_count":
        return Tensor(tensor.name, integer: epochCount + (isOver ? 1 : 0))
      default:
        guard tensor.name.hasPrefix("trainer.") || tensor.name.hasPrefix("optimizer."),
          let own = past.tensors.first(where: { $0.name == tensor.name }),
          own.shape == tensor.shape
        else { return tensor }
        return own
      }
    }
    try next.restore(Safetensors(tensors: tensors, notes: fresh.notes))
    return next
  }
}
