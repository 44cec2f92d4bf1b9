import Lessons

/// The mistakes in the values of a preset, and in the language itself.
extension Mistake {
  static let values = [
    Mistake(
      "out of range", "data:\n  noise: 90\n",
      "3:10: data.noise can't be “90”: expected a number from 0 to 80 (%)"),
    Mistake(
      "huge", "training:\n  batch-size: 99999999999999999999\n",
      "3:15: training.batch-size can't be “99999999999999999999”: "
        + "expected a whole number from 1 to 20000"),
    Mistake(
      "beyond every number", "training:\n  learning-rate: 1e400\n",
      "3:18: training.learning-rate can't be “1e400”: expected a number from 1e-6 to 100"),
    Mistake(
      "not a number", "training:\n  learning-rate: nan\n",
      "3:18: training.learning-rate can't be “nan”: expected a number from 1e-6 to 100"),
    Mistake(
      "YAML's infinity", "training:\n  learning-rate: .inf\n",
      "3:18: training.learning-rate can't be “.inf”: expected a number from 1e-6 to 100"),
    Mistake(
      "half a sample", "data:\n  samples: 100.5\n",
      "3:12: data.samples can't be “100.5”: expected a whole number from 10 to 20000"),
    Mistake(
      "empty text for a number", "data:\n  noise: \"\"\n",
      "3:10: data.noise can't be “”: expected a number from 0 to 80 (%)"),
    Mistake(
      "negative seed", "seed: -1\n",
      "2:7: seed can't be “-1”: expected a whole number from 0 to 999999999"),
    Mistake(
      "large seed", "network:\n  seed: 18446744073709551616\n",
      "3:9: network.seed can't be “18446744073709551616”: "
        + "expected a whole number from 0 to 999999999"),
    Mistake(
      "wrong name", "network:\n  activation: tanhh\n",
      "3:15: network.activation can't be “tanhh”: "
        + "expected one of linear, relu, leaky-relu, elu, selu, gelu, silu, softplus, sigmoid, "
        + "tanh, sin, step, softmax; did you mean “tanh”?"),
    Mistake(
      "empty name", "network:\n  activation: ''\n",
      "3:15: network.activation can't be “”: "
        + "expected one of linear, relu, leaky-relu, elu, selu, gelu, silu, softplus, sigmoid, "
        + "tanh, sin, step, softmax"),
    Mistake(
      "far-off name", "training:\n  optimizer: newton\n",
      "3:14: training.optimizer can't be “newton”: expected one of "
        + "sgd, momentum, averaged-momentum, nesterov, adagrad, adadelta, rmsprop, adam, adamw"),
    Mistake(
      "duplicate feature", "features: [x1, x2, x1]\n",
      "2:11: features can't be “x1,x2,x1”: expected different ones of "
        + "x1, x2, x1sq, x2sq, x1x2, sinx1, sinx2, or formulas such as sin(x1*x2)"),
    Mistake(
      "empty feature", "features: [x1, '']\n",
      "2:11: features can't be “x1,”: expected different ones of "
        + "x1, x2, x1sq, x2sq, x1x2, sinx1, sinx2, or formulas such as sin(x1*x2)"),
    Mistake(
      "too many layers", "network:\n  hidden: [\(SettingCatalogue.tooMany(", "))]\n",
      "3:11: network.hidden can't be “\(SettingCatalogue.tooMany(","))”: \(SettingCatalogue.shapes)"
    ),
    Mistake(
      "no units", "network:\n  hidden: [4, 0]\n",
      "3:11: network.hidden can't be “4,0”: \(SettingCatalogue.shapes)"),
    Mistake(
      "too many units", "network:\n  hidden: \(SettingCatalogue.unitLimit + 1)\n",
      "3:11: network.hidden can't be “\(SettingCatalogue.unitLimit + 1)”: "
        + SettingCatalogue.shapes),
    Mistake(
      "cross-entropy of numbers", "training:\n  loss: cross-entropy\ndata:\n  set: plane\n",
      "3:9: training.loss can't be “cross-entropy”: "
        + "expected an error of numbers, such as half-squared-error, because “plane” has numbers to predict"
    ),
    Mistake(
      "shares of more than everything", "data:\n  validation: 60\n  training: 41\n",
      "3:15: data.validation can't be “60”: "
        + "expected data.training and data.validation up to 100 % together"),
    Mistake(
      "a share for validation beside the usual one", "data:\n  validation: 50.5\n",
      "3:15: data.validation can't be “50.5”: "
        + "expected data.training and data.validation up to 100 % together"),
    Mistake(
      "after letters beyond ASCII", "title: \"ŷ 日本\"\ndata: {set: ŷ日, noise: é}\n",
      "3:13: data.set can't be “ŷ日”: expected one of circle, xor, gauss, spiral, moons, blobs, "
        + "checkerboard, plane, multi-gauss, wave, iris, wine, breast-cancer, digits"),
    Mistake(
      "by way of an alias", "title: &a x\ndata:\n  noise: *a\n",
      "2:8: data.noise can't be “x”: expected a number from 0 to 80 (%)"),
  ]

  static let yaml = [
    Mistake(
      "nothing as a key", ": 1\n", "2:1: this is not YAML: did not find expected key"),
    Mistake(
      "tab", "data:\n\tset: xor\n",
      "3:1: this is not YAML: found character that cannot start any token"),
    Mistake(
      "open bracket", "features: [x1\n",
      "3:1: this is not YAML: did not find expected ',' or ']'"),
    Mistake(
      "open quote", "title: \"A\n", "3:1: this is not YAML: found unexpected end of stream"),
    Mistake(
      "bad indentation", "data:\n  set: xor\n noise: 5\n",
      "4:2: this is not YAML: did not find expected key"),
    Mistake(
      "two values in a line", "title: a: b\n",
      "2:9: this is not YAML: mapping values are not allowed in this context"),
    Mistake(
      "unknown alias", "title: *a\n", "2:8: this is not YAML: found undefined alias"),
    Mistake(
      "control character", "title: a\u{1}b\n",
      "2:9: this is not YAML: control characters are not allowed"),
    Mistake(
      "a thousand brackets and more", "features: " + String(repeating: "[", count: 5000),
      "2:2838: more than 16 lists or “key: value” lines inside one another"),
  ]
}
