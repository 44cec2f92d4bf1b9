/// A trained network as a PyTorch program that evaluates it, with its weights in it.
struct PyTorchAnswers {
  private let network: TrainedNetwork
  private let code: PyTorchCode

  init(_ network: TrainedNetwork) {
    self.network = network
    code = PyTorchCode(program: network.program)
  }

  /// The program, section by section with an empty line between.
  var lines: [String] {
    let parts = AnswerCode(network)
    let sections = [
      parts.header("PyTorch") + [
        "import csv", "import errno", "import os", "import sys", "", "import numpy as np",
        "import torch",
        "from torch import nn", "from torch.nn import functional",
      ], parts.inputs, code.helpers, code.model, parts.weights + assignment, outputs,
      parts.answers, parts.check + [""], AnswerCode.run,
    ]
    return Array(sections.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  private var assignment: [String] {
    ["saved = {name: torch.tensor(rows) for name, rows in WEIGHTS.items()}"]
      + code.assignment(indent: "") + [""]
  }

  private var outputs: [String] {
    [
      "def outputs(*columns):",
      "    \"\"\"What the output units give for points, [point, output].\"\"\"",
      "    model.eval()", "    with torch.no_grad():",
      "        return model(torch.from_numpy(inputs(*columns))).numpy()", "",
    ]
  }
}
