/// A trained network as a Keras program that evaluates it, with its weights in it.
struct KerasAnswers {
  private let network: TrainedNetwork
  private let code: KerasCode

  init(_ network: TrainedNetwork) {
    self.network = network
    code = KerasCode(program: network.program)
  }

  /// The program, section by section with an empty line between.
  var lines: [String] {
    let parts = AnswerCode(network)
    let sections = [
      parts.header("Keras") + [
        "import csv", "import errno", "import os", "import sys", "", "import keras",
        "import numpy as np",
        "from keras import layers, ops",
      ], parts.inputs, code.answeringHelpers, code.model(trains: false),
      parts.weights + assignment, outputs, parts.answers, parts.check + [""],
      AnswerCode.run,
    ]
    return Array(sections.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  private var assignment: [String] {
    ["saved = {name: np.array(rows, np.float32) for name, rows in WEIGHTS.items()}"]
      + code.assignment(indent: "") + [""]
  }

  private var outputs: [String] {
    [
      "def outputs(*columns):",
      "    \"\"\"What the output units give for points, [point, output].\"\"\"",
      "    given = model(inputs(*columns), training=False)",
      "    return ops.convert_to_numpy(given)", "",
    ]
  }
}
