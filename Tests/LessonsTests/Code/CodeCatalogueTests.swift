import Datasets
import Engine
import Testing

@testable import Lessons

/// A preset with some settings, by their keys.
func preset(_ settings: [String: String]) throws -> Preset {
  var preset = Preset()
  for (key, value) in SettingCatalogue.inOrder(settings.sorted { $0.key < $1.key }, by: \.key) {
    try #require(SettingCatalogue.keyed(key)).set(value, in: &preset)
  }
  return preset
}

/// The program of a preset.
func code(_ language: CodeLanguage, _ settings: [String: String] = [:]) throws -> String {
  let preset = try preset(settings)
  return language.text(Program(preset, on: preset.dataset))
}

@Suite("Every member of a catalogue in Keras and PyTorch")
struct CodeCatalogueTests {
  /// What a member is called there; a member that is missing here fails.
  private static let words: [String: (keras: String, pytorch: String)] = [
    "network.activation=linear": ("dense(4),", "nn.Linear(2, 4),\n"),
    "network.activation=relu": ("dense(4, \"relu\")", "nn.ReLU()"),
    "network.activation=leaky-relu": ("LeakyReLU(negative_slope=0.01)", "nn.LeakyReLU(0.01)"),
    "network.activation=elu": ("dense(4, \"elu\")", "nn.ELU()"),
    "network.activation=selu": ("dense(4, \"selu\")", "nn.SELU()"),
    "network.activation=gelu": ("dense(4, \"gelu\")", "nn.GELU()"),
    "network.activation=silu": ("dense(4, \"silu\")", "nn.SiLU()"),
    "network.activation=softplus": ("dense(4, \"softplus\")", "nn.Softplus()"),
    "network.activation=sigmoid": ("dense(4, \"sigmoid\")", "nn.Sigmoid()"),
    "network.activation=tanh": ("dense(4, \"tanh\")", "nn.Tanh()"),
    "network.activation=sin": ("dense(4, ops.sin)", "Apply(torch.sin)"),
    "network.activation=step": ("dense(4, step)", "Apply(step)"),
    "network.activation=softmax": ("dense(4, \"softmax\")", "nn.Softmax(dim=1)"),
    "network.wiring=dense": ("dense(4, \"tanh\"),", "nn.Linear(2, 4), nn.Tanh(),"),
    "network.wiring=residual": (
      "Residual(dense(4, \"tanh\"))", "Residual(nn.Linear(2, 4), nn.Tanh())"
    ),
    "network.wiring=ode-euler": (
      "Continuous(4, [dense(4, \"tanh\")], 8, \"euler\")",
      "Continuous(4, [nn.Tanh()], 8, \"euler\")"
    ),
    "network.wiring=ode-rk4": (
      "Continuous(4, [dense(4, \"tanh\")], 8, \"rk4\")", "Continuous(4, [nn.Tanh()], 8, \"rk4\")"
    ),
    "network.normalization=none": ("dense(4, \"tanh\"),", "nn.Linear(2, 4), nn.Tanh(),"),
    "network.normalization=batch": (
      "BatchNormalization(momentum=0.9, epsilon=1e-5)", "nn.BatchNorm1d(4)"
    ),
    "network.normalization=layer": ("LayerNormalization(epsilon=1e-5)", "nn.LayerNorm(4)"),
    "network.initialization=playground": ("RandomUniform(-0.5, 0.5)", "uniform_(layer.weight"),
    "network.initialization=xavier": ("GlorotUniform()", "xavier_uniform_"),
    "network.initialization=xavier-normal": (
      "VarianceScaling(\n            1.0, \"fan_avg\", \"untruncated_normal\"", "xavier_normal_"
    ),
    "network.initialization=he": (
      "VarianceScaling(\n            2.0, \"fan_in\", \"untruncated_normal\"", "kaiming_normal_"
    ),
    "network.initialization=he-uniform": ("HeUniform()", "kaiming_uniform_"),
    "network.initialization=lecun": (
      "VarianceScaling(\n            1.0, \"fan_in\"", "nonlinearity=\"linear\""
    ),
    "network.initialization=orthogonal": ("Orthogonal()", "orthogonal_"),
    "network.initialization=uniform": ("RandomUniform(-0.5, 0.5)", "uniform_(layer.weight"),
    "network.initialization=normal": ("RandomNormal(stddev=0.1)", "normal_(layer.weight, std=0.1)"),
    "network.initialization=identity": ("Identity()", "eye_"),
    "network.initialization=constant": ("Constant(0.1)", "constant_(layer.weight, 0.1)"),
    "network.initialization=zeros": ("initializers.Zeros()", "zeros_(layer.weight)"),
    "training.loss=half-squared-error": (
      "ops.sum(ops.square(a - y), axis=-1) / 2", "((a - y) ** 2).sum(dim=1).mean() / 2"
    ),
    "training.loss=mean-squared-error": ("losses.MeanSquaredError()", "nn.MSELoss()"),
    "training.loss=mean-absolute-error": ("losses.MeanAbsoluteError()", "nn.L1Loss()"),
    "training.loss=huber": ("losses.Huber(delta=1.0)", "nn.HuberLoss(delta=1.0)"),
    "training.loss=hinge": ("losses.Hinge()", "functional.relu(1 - y * a).mean()"),
    "training.loss=cross-entropy": (
      "losses.BinaryCrossentropy(from_logits=True)", "nn.BCEWithLogitsLoss()"
    ),
    "training.optimizer=sgd": ("optimizers.SGD(0.03)", "optim.SGD(model.parameters(), lr=0.03)"),
    "training.optimizer=momentum": (
      "SGD(0.03, momentum=0.9)", "optim.SGD(model.parameters(), lr=0.03, momentum=0.9)"
    ),
    "training.optimizer=averaged-momentum": (
      "v = m * v + (1 - m) * g", "add_(w.grad, alpha=1 - momentum)"
    ),
    "training.optimizer=nesterov": ("nesterov=True", "nesterov=True"),
    "training.optimizer=adagrad": (
      "initial_accumulator_value=0.0, epsilon=1e-20", "optim.Adagrad("
    ),
    "training.optimizer=adadelta": ("optimizers.Adadelta(0.03, rho=0.9", "optim.Adadelta("),
    "training.optimizer=rmsprop": ("rho=0.99, epsilon=1e-16", "alpha=0.99, eps=1e-8"),
    "training.optimizer=adam": ("beta_1=0.9, beta_2=0.999", "betas=(0.9, 0.999), eps=1e-8"),
    "training.optimizer=adamw": ("weight_decay=0.01", "weight_decay=0.01"),
    "training.schedule=constant": ("optimizers.SGD(0.03)", "lr=0.03)"),
    "training.schedule=step": ("0.5 ** (t // 100)", "StepLR("),
    "training.schedule=exponential": ("0.99 ** t", "ExponentialLR("),
    "training.schedule=inverse-time": ("1 / (1 + 0.01 * t)", "1 / (1 + 0.01 * t)"),
    "training.schedule=inverse-sqrt": ("1 / math.sqrt(t + 1)", "1 / math.sqrt(t + 1)"),
    "training.schedule=cosine": (
      "math.cos(math.pi * min(t, 1000) / 1000)", "math.cos(math.pi * min(t, 1000) / 1000)"
    ),
    "training.clipping=none": ("optimizers.SGD(0.03)", "lr=0.03)"),
    "training.clipping=norm": ("global_clipnorm=1.0", "clip_grad_norm_(model.parameters(), 1.0)"),
    "training.clipping=value": ("clipvalue=0.5", "clip_grad_value_(model.parameters(), 0.5)"),
  ]

  private static let families = [
    "network.activation", "network.wiring", "network.normalization", "network.initialization",
    "training.loss", "training.optimizer", "training.schedule", "training.clipping",
  ]

  private static func names(_ key: String) -> [String] {
    switch SettingCatalogue.keyed(key)?.domain {
    case .choice(let names), .perLayer(.choice(let names), _): names
    default: []
    }
  }

  @Test("Each is written as the framework calls it, or written out", arguments: families)
  func members(_ key: String) throws {
    #expect(!Self.names(key).isEmpty)
    for name in Self.names(key) {
      let words = try #require(Self.words["\(key)=\(name)"], "\(key)=\(name)")
      let keras = try code(.keras, [key: name])
      #expect(keras.contains(words.keras), "\(name) in\n\(keras)")
      let pytorch = try code(.pytorch, [key: name])
      #expect(pytorch.contains(words.pytorch), "\(name) in\n\(pytorch)")
    }
  }

  @Test("Several classes take an output each, and softmax's cross-entropy")
  func classes() throws {
    let settings = ["data.set": "blobs", "training.loss": "cross-entropy"]
    let keras = try code(.keras, settings)
    #expect(keras.contains("CategoricalCrossentropy(from_logits=True)"))
    #expect(keras.contains("y = np.where(label[:, None] == np.arange(3), 1.0, 0.0)"))
    #expect(keras.contains("    dense(3),\n"))
    let pytorch = try code(.pytorch, settings)
    #expect(pytorch.contains("nn.CrossEntropyLoss()") && pytorch.contains("nn.Linear(2, 3),\n"))
    // Distances compare with ±1 instead.
    #expect(try code(.keras, ["data.set": "blobs"]).contains("np.arange(3), 1.0, -1.0)"))
  }

  @Test("Special names of wirings and normalisations are those of the catalogue")
  func names() {
    #expect(LayerCatalogue.wiring(Program.residual) != nil)
    #expect(LayerCatalogue.normalization(Program.batchNorm) != nil)
  }
}
