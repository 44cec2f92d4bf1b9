import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// Numbers and words that stand on the screen.
extension Explanation {
  func card(_ quantity: Quantity) -> Card {
    var card = Self.texts[quantity] ?? Card(name: quantity.title, definition: "")
    card.numbers = numbers(of: quantity)
    card.related = Self.related[quantity] ?? []
    return card
  }

  private func numbers(of quantity: Quantity) -> [String] {
    let trainer = session.trainer
    let count = trainer.samples.count
    switch quantity {
    case .epoch:
      return [
        "\(trainer.epochCount) epochs done, \(trainer.position) of \(count) points of the next"
      ]
    case .step:
      return ["\(trainer.stepCount) steps, \(trainer.stepsPerEpoch) an epoch"]
    case .batch:
      let size = trainer.settings.batchSize
      let last = count - (trainer.stepsPerEpoch - 1) * size
      return ["\(count) points in batches of \(size), the last one of \(last)"]
    case .speed, .state: return []
    case .preset: return ["\(preset.title), data \(preset.recipe.title)"]
    case .loss: return averaged(session.trainingEvaluation, count) + lossWords
    case .validation:
      return averaged(session.validationEvaluation, session.dataset.validation.count)
    case .test: return averaged(session.testEvaluation, session.dataset.test.count)
    case .accuracy: return right(session.trainingEvaluation, count)
    case .penalty: return ["λ₁ Σ|w| + λ₂/2 Σw² = \(Figures.text(session.penalty))"]
    case .zeroWeights:
      let weights = trainer.network.weights.map(\.range).joined()
      let zeros = weights.count { trainer.network.parameters[$0] == 0 }
      return ["\(zeros) of \(weights.count)"]
    case .parameters: return [parameters]
    case .points:
      return [
        "\(count) training, \(session.dataset.validation.count) validation,"
          + " \(session.dataset.test.count) test"
      ]
    case .batchLoss:
      return trainer.batchLoss.isNaN
        ? ["no step was taken yet"]
        : ["\(Figures.text(trainer.batchLoss)) before step \(trainer.stepCount)"]
    case .nextRate: return [rateWords]
    case .bestEpoch, .waited:
      guard let watch = trainer.earlyStopping else {
        return ["no patience, or no validation points"]
      }
      return [
        "epoch \(watch.bestEpoch) with \(Figures.text(watch.bestLoss)), waited \(watch.waited) of"
          + " \(preset.training.patience)"
      ]
    }
  }

  private func averaged(_ evaluation: Evaluation, _ count: Int) -> [String] {
    guard count > 0 else { return ["there are no such points"] }
    let sum = evaluation.loss * Double(count)
    return ["\(Figures.text(sum)) / \(count) = \(Figures.text(evaluation.loss))"]
  }

  private func right(_ evaluation: Evaluation, _ count: Int) -> [String] {
    guard preset.problem != .regression, evaluation.accuracy.isFinite else {
      return ["numbers are predicted here, so none is right or wrong"]
    }
    let hits = (evaluation.accuracy * Double(count)).rounded()
    return [
      "\(Figures.text(hits)) / \(count) = \(Figures.text(100 * evaluation.accuracy)) % of training points"
    ]
  }

  private static let related: [Quantity: [Topic]] = [
    .epoch: [.quantity(.step), .quantity(.batch)], .step: [.quantity(.epoch), .quantity(.batch)],
    .batch: [.setting("training.batch-size"), .quantity(.epoch)],
    .loss: [.setting("training.loss"), .quantity(.test), .quantity(.penalty)],
    .test: [.quantity(.loss), .setting("data.training")],
    .validation: [.setting("data.validation"), .setting("training.patience")],
    .accuracy: [.quantity(.loss)], .penalty: [.setting("training.l1"), .setting("training.l2")],
    .zeroWeights: [.setting("training.l1")], .parameters: [.setting("network.hidden")],
    .nextRate: [.setting("training.schedule"), .setting("training.learning-rate")],
    .bestEpoch: [.setting("training.patience")], .waited: [.setting("training.patience")],
    .batchLoss: [.quantity(.loss), .setting("training.batch-size")],
    .points: [.setting("data.training")], .speed: [.quantity(.step)], .state: [.quantity(.epoch)],
    .preset: [.setting("data.set"), .setting("seed")],
  ]

  private static let texts: [Quantity: Card] = [
    .epoch: Card(
      name: "Epoch", definition: "One pass over all training points, batch by batch.",
      formula: "epoch = ⌈n / m⌉ steps of m points", course: "epoch, batch, iteration",
      seeIt: "e trains one; the loss (4) has them along x"),
    .step: Card(
      name: "Step", definition: "One change of all weights, after the slope of one batch.",
      formula: "w ← w - η ∂C/∂w", course: "epoch, batch, iteration: a step is an iteration",
      seeIt: "s takes one"),
    .batch: Card(
      name: "Batch",
      definition: "The points whose mean loss one step goes down. The last of an"
        + " epoch may be smaller and is its own mean.", formula: "C = 1/m Σ Cₓ",
      course: "batch, SGD and mini-batch", seeIt: "s trains on one"),
    .speed: Card(
      name: "Speed",
      definition: "How fast training runs while it plays: ×1 is 30 epochs a second"
        + " at most. It changes nothing of what is learned.",
      course: "none: it is about the screen, not about learning", seeIt: "+ and - change it"),
    .state: Card(
      name: "Training, paused, diverged",
      definition: "Whether steps are taken now. Diverged: a number grew past all bounds, often at"
        + " too high a rate. Stopped early: patience ran out.",
      course: "gradient descent: repeat until the slope is zero; early stopping",
      seeIt: "space plays and pauses; r goes back to epoch 0"),
    .preset: Card(
      name: "Preset and seeds",
      definition: "What was opened, and the numbers that all chance is drawn from: the same seeds"
        + " give the same run, to the last bit.", course: "gradient descent: random start",
      seeIt: ": opens another; d, w draw anew"),
    .loss: Card(
      name: "Training loss",
      definition: "How far off the answers are on the points it learns"
        + " from, on average, without penalties. Training makes it small.",
      formula: "C = 1/n Σ Cₓ", course: "cost = average of the loss; argmin over W",
      seeIt: "the loss (4)"),
    .test: Card(
      name: "Test loss",
      definition: "The loss on points that training never sees: what counts."
        + " Where it rises while the training loss falls, the network overfits.",
      formula: "C = 1/n Σ Cₓ over the test points",
      course: "overfitting; training, dev and test sets",
      seeIt: "the loss (4), dashed"),
    .validation: Card(
      name: "Validation loss",
      definition: "The loss on points held back to choose settings and the"
        + " moment to stop by, so that the test stays unseen.",
      formula: "C = 1/n Σ Cₓ over the validation points",
      course: "training, dev and test sets: bias and variance", seeIt: "the loss (4)"),
    .accuracy: Card(
      name: "Accuracy",
      definition: "The share of points whose class is right. It tells less than"
        + " the loss: a point just right counts like one that is far right.",
      formula: "right / n", course: "training, dev and test error",
      seeIt: "scores (6); x marks mistakes"),
    .penalty: Card(
      name: "Penalty",
      definition: "What L1 and L2 add to the loss, so that weights stay small. A"
        + " proximal L1 and a decay are no part of it.",
      formula: "λ₁ Σ|w| + λ₂/2 Σw²", course: "L2, weight decay; L1",
      seeIt: "the numbers of the moment"),
    .zeroWeights: Card(
      name: "Zero weights", definition: "Connections that count for nothing. L1 makes them.",
      course: "L1 regularisation", seeIt: "cut lines in the network"),
    .parameters: Card(
      name: "Parameters",
      definition: "All numbers that training changes: weights and biases, and"
        + " scales and shifts of normalisations.", formula: "Σ units · (inputs + 1)",
      larger: "the network can fit more, and needs more points",
      smaller: "it can fit less, and overfits less",
      course: "N-layer networks: inputs not counted; parameter counts",
      seeIt: "the table (7) lists all"),
    .points: Card(
      name: "Points", definition: "How many points there are to learn from, and to test on.",
      larger: "the points tell more of the truth", smaller: "chance says much",
      course: "training, dev and test sets", seeIt: "the map (1); t"),
    .batchLoss: Card(
      name: "Batch loss",
      definition: "The mean loss of the last batch before its step. It jumps"
        + " from batch to batch, for each is another sample.", formula: "C = 1/m Σ Cₓ",
      course: "batch, SGD and mini-batch", seeIt: "s, step by step"),
    .nextRate: Card(
      name: "Next rate", definition: "The learning rate of the next step, as the schedule has it.",
      course: "learning rate decay", seeIt: "the numbers of the moment"),
    .bestEpoch: Card(
      name: "Best epoch",
      definition: "The epoch with the lowest validation loss so far: its weights"
        + " come back when training stops early.", course: "early stopping: patience n",
      seeIt: "the loss (4)"),
    .waited: Card(
      name: "Waited",
      definition: "Epochs since the best one; when they are as many as the patience,"
        + " training stops.", course: "early stopping: patience n", seeIt: "the loss (4)"),
  ]
}
