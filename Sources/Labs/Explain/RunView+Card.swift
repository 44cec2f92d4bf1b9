import Datasets
import Drawing
import Engine
import Lessons
import Studio

extension RunView {
  /// What every view's card begins with: its name and summary, its key, and its place in the course.
  static var plainCard: Card {
    Card(
      name: name, definition: Explanation.capitalised(summary) + ".",
      course: Course.place(ofView: key), seeIt: "\(key) shows it; v puts another view beside it")
  }

  static func card(_ figures: Figures, index: Int) -> Card { plainCard }
}

extension MapView {
  static func card(_ figures: Figures, index: Int) -> Card {
    var card = plainCard
    card.formula = "ŷ(x₁, x₂) at every place; the line is where it is 0"
    if figures.isFinite, let output = figures.values.last {
      card.numbers = [
        "ŷ = \(output.map(Figures.text).joined(separator: ", ")) \(figures.pointText)",
        "its label is \(Figures.text(figures.point.label))",
      ]
    }
    card.course = "logistic regression, decision boundary; limits of linear classifiers"
    card.related = [.quantity(.loss), .setting("features"), .setting("network.hidden")]
    return card
  }
}

extension SpaceView {
  static func card(_ figures: Figures, index: Int) -> Card {
    var card = plainCard
    card.formula = "(a₁, a₂) of a layer for every point, in place of (x₁, x₂)"
    if figures.isFinite, let values = figures.values.dropLast().last ?? figures.values.last {
      let shown = values.prefix(4).map(Figures.text).joined(separator: ", ")
      card.numbers = ["(\(shown)\(values.count > 4 ? ", …" : "")) \(figures.pointText)"]
    }
    card.course = "representation learning: a layer bends the plane until a line is enough"
    card.related = [.setting("network.hidden"), .setting("network.activation")]
    return card
  }
}

extension LinesView {
  static func card(_ figures: Figures, index: Int) -> Card {
    var card = plainCard
    card.formula = "z = w₁ x₁ + w₂ x₂ + b = 0: the line of a unit of layer 1"
    card.numbers = Explanation(figures: figures).unitLines(level: 0, unit: 0)
    card.course = "universal approximation; the artificial unit as a line"
    card.related = [.part(.unit(level: 0, unit: 0)), .setting("network.activation")]
    return card
  }
}

extension LossView {
  static func card(_ figures: Figures, index: Int) -> Card {
    var card = plainCard
    card.formula = "C = 1/n Σ Cₓ after every epoch"
    let session = figures.session
    card.numbers = [
      "training \(Figures.text(session.trainingEvaluation.loss)),"
        + " test \(Figures.text(session.testEvaluation.loss)) in epoch \(session.trainer.epochCount)"
    ]
    card.course = "cost = average of the loss; overfitting: the two curves part"
    card.related = [.quantity(.loss), .quantity(.test), .setting("training.learning-rate")]
    return card
  }
}

extension LayersView {
  static func card(_ figures: Figures, index: Int) -> Card {
    var card = plainCard
    card.formula = "δˡ = ((wˡ⁺¹)ᵀ δˡ⁺¹) ⊙ f′(zˡ) (BP2): each layer back multiplies once more"
    if figures.isFinite {
      let session = figures.session
      let gradient = session.nextStep().gradient
      let sizes = session.trainer.network.levels.map { level in
        let squares = gradient[level.parameters].reduce(0.0) { $0 + Double($1) * Double($1) }
        return Figures.text(squares.squareRoot())
      }
      card.numbers = ["‖∂C/∂w‖ of the next batch, layer by layer: \(sizes.joined(separator: ", "))"]
    }
    card.course = "vanishing and exploding gradients; activations: saturation, dead units"
    card.related = [.setting("network.initialization"), .setting("training.clipping")]
    return card
  }
}

extension ScoresView {
  static func card(_ figures: Figures, index: Int) -> Card {
    var card = plainCard
    card.formula = "precision = TP / (TP + FP),  recall = TP / (TP + FN)"
    card.numbers = Explanation(figures: figures).card(.quantity(.accuracy)).numbers
    card.course = "training, dev and test error: bias and variance"
    card.related = [.quantity(.accuracy), .quantity(.test)]
    return card
  }
}

extension TableView {
  static func card(_ figures: Figures, index: Int) -> Card {
    var card = plainCard
    card.formula = "w ← w - η ∂C/∂w, number by number"
    card.numbers = UpdateWords(figures).lines
    card.course = "forward propagation and gradient descent, number by number"
    card.related = [.setting("training.optimizer"), .quantity(.parameters)]
    return card
  }
}

extension CurveView {
  static func card(_ figures: Figures, index: Int) -> Card {
    var card = plainCard
    card.formula = "ŷ(x₁) = Σ wᵢ aᵢ(x₁) + b: bumps and steps that add up"
    card.numbers = Explanation(figures: figures)
      .unitLines(level: figures.session.trainer.network.levels.count - 1, unit: 0)
    card.course = "universal approximation: at least one hidden layer"
    card.related = [.setting("network.hidden"), .quantity(.loss)]
    return card
  }
}

extension CodeView {
  static func card(_ figures: Figures, index: Int) -> Card {
    var card = plainCard
    let lines = Words.language.lines(figures.session.program)
    card.numbers = ["\(lines.count) lines, which change as the network does"]
    card.course =
      Words.language == .keras
      ? "Keras: Sequential, Dense, compile, fit, evaluate, predict"
      : "Keras: the same in the words of PyTorch"
    card.related = [
      .setting("training.optimizer"), .setting("training.loss"), .setting("network.hidden"),
    ]
    return card
  }
}
