import Datasets
import Engine

/// A network as JSON: whoever has it needs nothing else to evaluate it.
extension TrainedNetwork {
  /// The whole description; its texts under `how` say how it is read.
  var json: JSON {
    let preset = program.preset
    var members: [JSON.Member] = [
      .init("format", .text("percept-network")), .init("version", .whole(1)),
      .init("title", .text(preset.title)), .init("how", .texts(Self.how)),
      .init("epochs", .whole(program.epochs)), .init("steps", .whole(program.steps)),
      .init("columns", .list(columns.map(\.json))),
      .init("features", .list(preset.features.map(feature))),
    ]
    if let standardizer {
      members.append(
        .init(
          "standardizer",
          .object([
            .init("mean", .list(standardizer.means.map(JSON.finite))),
            .init("deviation", .list(standardizer.deviations.map(JSON.finite))),
          ])))
    }
    members += [
      .init("layers", .list(program.levels.indices.map(layer))), .init("answer", answer),
      .init("loss", .text(program.training.loss.name)),
      .init("evaluation", .object(evaluations.map(evaluation))),
      .init("settings", settings),
      .init(
        "check",
        .object([
          .init("inputs", .list(check.inputs.map { .list($0.map(JSON.finite)) })),
          .init("outputs", .list(check.outputs.map { .list($0.map(JSON.finite)) })),
        ])),
    ]
    return .object(members)
  }

  /// How the rest is read, in the order of the evaluation.
  private static let how = [
    "A point has a value in each column; x1 and x2 are (value - shift) * factor in single precision;"
      + " without a second column x2 is 0.",
    "A feature is its tree at x1 and x2 in single precision: a number, x1, x2 or [function, values];"
      + " with a limit, NaN counts as 0 and more is cut, and the sine of more than 1e5 is NaN.",
    "With a standardizer, (feature - mean) / deviation goes on.",
    "dense: a = f(norm(W x + b)), with f the activation and weights [unit][input].",
    "residual: a = x + f(norm(W x + b)); x is cut, or filled with 0, to as many values as units.",
    "ode-euler, ode-rk4: a = norm(h(1)) of dh/dt = f(W h + b) from h(0) = x, cut or filled, by so"
      + " many equal steps of Euler's or the classical Runge-Kutta method.",
    "norm: (z - mean) / sqrt(variance + epsilon) * weight + bias; the running mean and variance where"
      + " there are, or else those over the sample's own units.",
    "mask: what a unit gives is multiplied by it; 0 for a unit that is switched off.",
    "answer: a class by the sign of the output or by the largest, or shift + factor * output.",
    "check: the outputs that Percept gives for some points.",
  ]

  private func feature(_ feature: Feature) -> JSON {
    let formula = feature.spelled
    var members: [JSON.Member] = [.init("name", .text(feature.rawValue))]
    if feature.rawValue != formula?.text, let formula {
      members.append(.init("formula", .text(formula.text)))
    }
    members.append(
      .init(
        "tree",
        formula?.folded(
          number: JSON.finite, variable: { .text($0) },
          call: { .list([.text($0)] + $1) }) ?? .null))
    if feature.isFormula { members.append(.init("limit", .finite(Feature.sizeLimit))) }
    return .object(members)
  }

  private var answer: JSON {
    guard let target else {
      let probability: JSON =
        switch program.training.loss {
        case .binaryCrossEntropy: .text("sigmoid")
        case .softmaxCrossEntropy: .text("softmax")
        default: .null
        }
      return .object([
        .init("kind", .text("class")), .init("classes", .texts(classes)),
        .init("by", .text(program.spec.outputCount == 1 ? "sign" : "largest")),
        .init("probability", probability),
      ])
    }
    return .object([.init("kind", .text("number"))] + (target.json.members ?? []))
  }

  private func evaluation(
    _ share: Dataset.Share, _ evaluation: Evaluation
  ) -> JSON.Member {
    var members: [JSON.Member] = [.init("loss", .finite(evaluation.loss))]
    if target == nil { members.append(.init("accuracy", .finite(evaluation.accuracy))) }
    return .init("\(share)", .object(members))
  }

  /// What every setting is, by its key; knobs of optimisers and the like that are not in use are not
  /// among them.
  private var settings: JSON {
    let preset = program.preset
    return .object(
      SettingCatalogue.all.filter {
        !SettingCatalogue.isNumberOfAnotherChoice($0.key, in: preset)
      }
      .map { .init($0.key, .text($0.value(in: preset))) })
  }
}

extension TrainedNetwork.Column {
  fileprivate var json: JSON {
    .object([
      .init("name", .text(name)), .init("shift", .finite(shift)),
      .init("factor", .finite(factor)),
    ])
  }
}

extension Feature {
  /// The feature as a formula.
  fileprivate var spelled: Formula? {
    switch self {
    case .x1, .x2: try? Formula(rawValue)
    case .x1Squared: try? Formula("x1*x1")
    case .x2Squared: try? Formula("x2*x2")
    case .product: try? Formula("x1*x2")
    case .sineX1: try? Formula("sin(x1)")
    case .sineX2: try? Formula("sin(x2)")
    case .formula(let formula): formula
    }
  }
}
