import Engine
import Lessons

/// Where the course treats a thing, by the names of its topics.
enum Course {
  /// Of a setting, by its key; empty where the course has no word on it.
  static func place(of key: String) -> String {
    settings.first { key == $0.key || key.hasPrefix($0.key + "-") }?.place ?? ""
  }

  /// Of one of a setting's choices; the setting's own where the choice has none.
  static func place(ofChoice name: String, of key: String) -> String {
    choices["\(key)=\(name)"] ?? place(of: key)
  }

  /// Of a view whose card says nothing of its own, by its key.
  static func place(ofView key: Character) -> String { views[key] ?? "" }

  private static let views: [Character: String] = [
    "9": "forward propagation; back-propagation: BP1 to BP4; Adam with m̂ and v̂",
    "L": "convex and non-convex: local minima, plateaux, saddles",
    "H": "gradient descent: step by step; early stopping",
    "!": "vanishing and exploding gradients; learning rate; overfitting",
    "U": "gradient descent: random start; weight initialisation",
    "A": "hyperparameters have to be tuned",
  ]

  /// A key's place; the longest keys first, as they are looked up by their beginnings.
  private static let settings: [(key: String, place: String)] =
    [
      ("data.set", "supervised learning: regression and classification"),
      ("data.x1", "features; hard to read in many dimensions"),
      ("data.x2", "features; hard to read in many dimensions"),
      ("data.target", "supervised learning: regression and classification"),
      ("data.noise", "overfitting: sampling error"),
      ("data.training", "training, dev and test sets: 60/20/20 … 99.5/0.4/0.1"),
      ("data.validation", "training, dev and test sets: bias and variance"),
      ("data.stratified", "training, dev and test sets: the same distribution"),
      ("data.standardize", "input normalisation"),
      ("data.samples", "why and when deep learning: it needs much data"),
      ("data.classes", "softmax: several classes"),
      ("data.seed", "overfitting: sampling error"),
      ("seed", "weight initialisation; gradient descent: random start"),
      ("features", "fixed basis functions and learned ones"),
      ("network.hidden", "N-layer networks; capacity grows with units and layers"),
      ("network.activation", "activations and their derivatives"),
      ("network.wiring", "deeper is harder: ResNet shortcuts, ODENet"),
      ("network.normalization", "batch normalisation"),
      ("network.dropout", "dropout: a mask in training, none at test"),
      ("network.solver-steps", "ODENet: from the ResNet step to dh/dt"),
      ("network.initialization", "weight initialisation: N(0, σ²), zero, identity, weighted"),
      ("network.seed", "gradient descent: random start"),
      ("training.loss", "loss functions: squared, cross-entropy, softmax"),
      ("training.optimizer", "optimisers: SGD, momentum, RMSProp, Adam"),
      ("training.momentum", "momentum: exponentially weighted and classical"),
      ("training.bias-correction", "exponentially weighted average: bias correction"),
      ("training.rho", "RMSProp, Adagrad: a rate for each parameter"),
      ("training.beta1", "Adam with m̂ and v̂"),
      ("training.beta2", "Adam with m̂ and v̂"),
      ("training.epsilon", "Adam with m̂ and v̂; RMSProp"),
      ("training.weight-decay", "L2 and weight decay"),
      ("training.learning-rate", "learning rate: too small, too large, good"),
      ("training.schedule", "learning rate decay: 1/t, η/√(t+1), a factor now and then"),
      ("training.warm-up", "learning rate decay"),
      ("training.batch-size", "batch, SGD and mini-batch; epoch, batch, iteration"),
      ("training.clipping", "exploding gradients: gradient clipping"),
      ("training.l1", "L1 regularisation"),
      ("training.l2", "L2, weight decay, kernel regularisation"),
      ("training.max-norm", "L2, weight decay, kernel regularisation"),
      ("training.input-noise", "data augmentation"),
      ("training.patience", "early stopping: patience n"),
      ("training.shuffle", "stochastic gradient descent"),
      ("training.seed", "stochastic gradient descent"),
    ].sorted { $0.0.count > $1.0.count }

  private static let choices: [String: String] = [
    "network.activation=linear": "linear and non-linear: a stack of linear layers is linear",
    "network.activation=relu": "activations: ReLU and its derivative",
    "network.activation=leaky-relu": "activations: leaky ReLU",
    "network.activation=sigmoid": "activations: sigmoid; sign is not differentiable, logistic is",
    "network.activation=tanh": "activations: tanh and its derivative",
    "network.activation=step": "perceptron; sign is not differentiable, logistic is",
    "network.activation=softmax": "softmax and its gradient",
    "training.loss=half-squared-error": "error and squared error table",
    "training.loss=mean-squared-error": "error, squared error table, MSE",
    "training.loss=cross-entropy": "loss functions: cross-entropy, softmax cross-entropy",
    "training.optimizer=sgd": "gradient descent: random start, slope, step, repeat",
    "training.optimizer=momentum": "momentum, the classical one",
    "training.optimizer=averaged-momentum": "momentum as an exponentially weighted average",
    "training.optimizer=nesterov": "momentum",
    "training.optimizer=adagrad": "RMSProp, Adagrad: a rate for each parameter",
    "training.optimizer=adadelta": "RMSProp, Adagrad: a rate for each parameter",
    "training.optimizer=rmsprop": "RMSProp, Adagrad: a rate for each parameter",
    "training.optimizer=adam": "the Adam algorithm with m̂ and v̂",
    "training.optimizer=adamw": "the Adam algorithm; L2 and weight decay",
    "training.schedule=step": "learning rate decay: a factor every few epochs",
    "training.schedule=inverse-time": "learning rate decay: 1/t",
    "training.schedule=inverse-sqrt": "learning rate decay: η/√(t+1)",
    "network.wiring=dense": "N-layer networks",
    "network.wiring=residual": "deeper is harder, degradation: ResNet shortcuts",
    "network.wiring=ode-euler": "ODENet: from the ResNet step to dh/dt",
    "network.wiring=ode-rk4": "ODENet: from the ResNet step to dh/dt",
    "network.initialization=zeros": "weight initialisation: zero",
    "network.initialization=identity": "weight initialisation: identity",
    "network.initialization=normal": "weight initialisation: N(0, σ²)",
    "training.l2-form=decay": "weight decay",
  ]
}
