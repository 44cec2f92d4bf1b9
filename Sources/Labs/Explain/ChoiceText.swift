import Datasets
import Engine
import Lessons

/// What each choice of a setting is, in a sentence, and its formula.
enum ChoiceText {
  /// What a choice is.
  static func definition(_ name: String, of key: String, in preset: Preset) -> String {
    switch key {
    case "data.set":
      var other = preset
      other.data.recipe = name
      return other.recipe.summary
    case "network.wiring": return LayerCatalogue.wiring(name)?.help ?? ""
    case "network.normalization":
      return LayerCatalogue.normalization(name)?.help ?? "Sums stay as they are."
    default: return sentences["\(key)=\(name)"] ?? ""
    }
  }

  /// The formula of a choice in the course's notation; empty for none.
  static func formula(_ name: String, of key: String, in preset: Preset) -> String {
    switch key {
    case "network.activation": return Activation(rawValue: name)?.formula ?? ""
    case "network.wiring": return LayerCatalogue.wiring(name)?.formula ?? ""
    case "network.normalization": return LayerCatalogue.normalization(name)?.formula ?? ""
    case "training.optimizer":
      return OptimizerCatalogue.all.first { $0.name == name }?.formula ?? ""
    case "training.schedule": return ScheduleCatalogue.all.first { $0.name == name }?.formula ?? ""
    case "training.clipping": return Clipping.named(name)?.formula ?? ""
    case "network.initialization": return Initializer.named(name)?.formula ?? ""
    case "training.loss":
      var other = preset
      other.training.loss = Preset.LossChoice(rawValue: name) ?? preset.training.loss
      return other.objective.loss.formula
    case "training.l1-form":
      return name == "penalty" ? "C + λ₁ Σ|w|" : "w ← sign(w) max(|w| - η λ₁, 0)"
    case "training.l2-form": return name == "penalty" ? "C + λ₂/2 Σw²" : "w ← (1 - η λ₂) w"
    case "training.schedule-unit": return name == "step" ? "t = steps" : "t = epochs"
    default: return ""
    }
  }

  private static let sentences = [
    "network.activation=linear":
      "The sum as it is. Layers of such units together are no more than one of them.",
    "network.activation=relu":
      "Nothing on the left, the sum itself on the right: quick, and its slope does not fade."
      + " A unit whose sums are all below 0 is dead: it learns no more.",
    "network.activation=leaky-relu":
      "A relu that lets a hundredth through on the left, so that no unit is dead for good.",
    "network.activation=elu": "A relu with a curve down to -1 on the left.",
    "network.activation=selu":
      "An elu scaled so that values keep mean 0 and variance 1 from layer to layer.",
    "network.activation=gelu": "A smooth relu: the sum times the share of a normal curve below it.",
    "network.activation=silu": "A smooth relu: the sum times its sigmoid.",
    "network.activation=softplus": "A smooth relu that is never 0; its slope is the sigmoid.",
    "network.activation=sigmoid":
      "From 0 to 1, like a probability. Its slope is at most 1/4, so gradients fade layer by layer.",
    "network.activation=tanh":
      "From -1 to 1, and 0 at 0. Far from 0 it saturates: its slope is nearly 0 there.",
    "network.activation=sin": "A wave from -1 to 1, for what repeats.",
    "network.activation=step":
      "0 or 1, as the perceptron. It has no slope to learn by; 1 near 0 stands in for it.",
    "network.activation=softmax": "Positive shares of 1 among the units of the layer.",
    "training.loss=half-squared-error":
      "Half the squared error; its slope is the error itself. Outputs are tanh, or plain numbers.",
    "training.loss=mean-squared-error":
      "The squared error: twice the slope of half of it. Large errors weigh most.",
    "training.loss=mean-absolute-error":
      "The size of the error: each has the same pull, however large.",
    "training.loss=huber": "Squared for small errors, straight for large ones: outliers pull less.",
    "training.loss=hinge":
      "What is lacking to 1 on the right side of 0: points beyond the margin do not pull.",
    "training.loss=cross-entropy":
      "Minus the logarithm of the right class's probability. Being sure and wrong costs most, and"
      + " its slope at the logit is p - y.",
    "training.optimizer=sgd": "A step down the slope of a batch, as long as the rate says.",
    "training.optimizer=momentum":
      "The steps of before go on: along a valley they add up, across it they cancel.",
    "training.optimizer=averaged-momentum":
      "A step along a running average of the gradients; it begins at 0, which can be corrected.",
    "training.optimizer=nesterov": "Momentum that looks where it is about to go.",
    "training.optimizer=adagrad":
      "Every parameter has a rate of its own, which falls with each gradient it has met.",
    "training.optimizer=adadelta":
      "The size of past steps takes the place of a rate; η is usually 1.",
    "training.optimizer=rmsprop":
      "Each step is measured by the usual size of the gradient of late.",
    "training.optimizer=adam":
      "Momentum for the direction, the size of past gradients for the length of each step.",
    "training.optimizer=adamw":
      "Adam, beside whose step every parameter decays by the same share.",
    "training.schedule=constant": "The same rate all the time.",
    "training.schedule=step": "The rate falls by a factor every so often.",
    "training.schedule=exponential": "The rate falls by the same factor each time.",
    "training.schedule=inverse-time": "The rate falls as one over the time.",
    "training.schedule=inverse-sqrt": "The rate falls as one over the root of the time.",
    "training.schedule=cosine": "The rate follows half a wave down to a minimum.",
    "training.schedule-unit=epoch":
      "Time counts epochs: the rate changes when all points were seen.",
    "training.schedule-unit=step": "Time counts steps: the rate changes with every batch.",
    "training.clipping=none": "Gradients stay as they are.",
    "training.clipping=norm": "A gradient that is too long keeps its direction and is shortened.",
    "training.clipping=value": "Each number of the gradient is brought into the limits by itself.",
    "training.l1-form=proximal":
      "Weights shrink after the step and stop exactly at 0, until the data pulls again.",
    "training.l1-form=penalty": "The sum of sizes joins the loss; weights swing about 0.",
    "training.l2-form=penalty":
      "Half the sum of squares joins the loss, and its gradient the data's.",
    "training.l2-form=decay":
      "Weights lose a share beside the step. For plain descent it is the same as the penalty.",
    "network.initialization=playground": "As TensorFlow Playground draws them.",
    "network.initialization=xavier": "Values keep their variance through tanh, forward and back.",
    "network.initialization=xavier-normal": "The same variance as xavier, normally distributed.",
    "network.initialization=he": "Values keep their variance through relu.",
    "network.initialization=he-uniform": "The same variance as he, uniformly distributed.",
    "network.initialization=lecun": "Sums keep the variance of the inputs.",
    "network.initialization=orthogonal": "Directions at right angles: no length is lost.",
    "network.initialization=uniform": "Evenly spread up to a limit that you choose.",
    "network.initialization=normal": "Normally distributed with a deviation that you choose.",
    "network.initialization=identity":
      "Each unit hands one input on: a deep net begins as nothing.",
    "network.initialization=constant":
      "All the same: the units of a layer stay twins, and learn one thing together.",
    "network.initialization=zeros": "All 0: units stay twins, and with tanh or relu nothing moves.",
  ]
}
