/// How a network is trained. Everything in it may change between two steps without starting anew.
public struct TrainingSpec: Sendable {
  /// What is made small.
  public var loss: Loss
  /// How a gradient becomes a step; the trainer gives it its memory.
  public var optimizer: any Optimizer
  /// η, above 0.
  public var learningRate: Float
  /// Samples a step, at least 1; the last batch of an epoch may be shorter and is its own mean.
  public var batchSize: Int
  /// What keeps weights small.
  public var regularization: Regularization
  /// Whether the samples are put in a new order each epoch.
  public var shuffles: Bool

  /// A way to train.
  public init(
    loss: Loss, optimizer: any Optimizer, learningRate: Float, batchSize: Int,
    regularization: Regularization = .none, shuffles: Bool = true
  ) {
    self.loss = loss
    self.optimizer = optimizer
    self.learningRate = learningRate
    self.batchSize = batchSize
    self.regularization = regularization
    self.shuffles = shuffles
  }
}
