/// How a network is trained. Everything in it may change between two steps without starting anew.
public struct TrainingSpec: Sendable {
  /// What is made small.
  public var loss: Loss
  /// How a gradient becomes a step; the trainer gives it its memory.
  public var optimizer: any Optimizer
  /// η₀, above 0: the learning rate that the schedule starts from.
  public var learningRate: Float
  /// How the learning rate changes in the course of training.
  public var schedule: LearningRateSchedule
  /// Samples a step, at least 1; the last batch of an epoch may be shorter and is its own mean.
  public var batchSize: Int
  /// What keeps a single large gradient from throwing the weights far away; it acts on the gradient
  /// with its penalties.
  public var clipping: Clipping
  /// What keeps weights small.
  public var regularization: Regularization
  /// The standard deviation of the normal noise that is added to every input of a training step, in
  /// the inputs' own unit; 0 for none.
  public var inputNoise: Float
  /// Training stops after so many epochs in which the validation loss was not below its best, and
  /// the best weights come back; 0 for never.
  public var patience: Int
  /// Whether the samples are put in a new order each epoch.
  public var shuffles: Bool

  /// A way to train.
  public init(
    loss: Loss, optimizer: any Optimizer, learningRate: Float,
    schedule: LearningRateSchedule = LearningRateSchedule(), batchSize: Int,
    clipping: Clipping = .none, regularization: Regularization = .none, inputNoise: Float = 0,
    patience: Int = 0, shuffles: Bool = true
  ) {
    self.loss = loss
    self.optimizer = optimizer
    self.learningRate = learningRate
    self.schedule = schedule
    self.batchSize = batchSize
    self.clipping = clipping
    self.regularization = regularization
    self.inputNoise = inputNoise
    self.patience = patience
    self.shuffles = shuffles
  }
}
