import Datasets
import Engine

/// A network and its training as a PyTorch program.
///
/// What PyTorch does otherwise is written out, so that equal weights give equal outputs and, without
/// shuffling, dropout and noise, equal steps.
struct PyTorchCode {
  let program: Program

  var spec: NetworkSpec { program.spec }
  var training: TrainingSpec { program.training }

  /// The program, section by section with an empty line between.
  var lines: [String] {
    let sections = [
      program.header("PyTorch"), imports, program.dataLines + tensors, helpers, model,
      initialization, weights, loss, optimizer, schedule, frozen, loop, report,
    ]
    return Array(sections.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  private var imports: [String] {
    let schedule = program.rateIsConstant ? "" : factorLines.joined()
    let needsMath = schedule.contains("math.")
    return (program.stopsEarly ? ["import copy"] : []) + ["import csv"]
      + (needsMath ? ["import math"] : [])
      + [
        "import os", "", "import numpy as np", "import torch", "from torch import nn",
        "from torch.nn import functional", "from torch.utils.data import DataLoader, TensorDataset",
        "", "torch.manual_seed(\(program.preset.training.seed))",
      ]
  }

  private var tensors: [String] { ["x, y = torch.from_numpy(x), torch.from_numpy(y)"] }

  /// The loss of a batch, as the mean over its samples.
  private var loss: [String] {
    let body: [String]
    switch training.loss {
    case .halfSquaredError:
      body = [
        "def loss(a, y):", "    \"\"\"Half the squared error, summed over the outputs.\"\"\"",
        "    return ((a - y) ** 2).sum(dim=1).mean() / 2", "",
      ]
    case .meanSquaredError: body = ["loss = nn.MSELoss()"]
    case .meanAbsoluteError: body = ["loss = nn.L1Loss()"]
    case .huber(let delta): body = ["loss = nn.HuberLoss(delta=\(Python.number(delta)))"]
    case .hinge:
      body = [
        "def loss(a, y):", "    \"\"\"What is lacking to 1 on the right side of 0.\"\"\"",
        "    return functional.relu(1 - y * a).mean()", "",
      ]
    case .binaryCrossEntropy: body = ["loss = nn.BCEWithLogitsLoss()  # of logits"]
    case .softmaxCrossEntropy: body = ["loss = nn.CrossEntropyLoss()  # of logits"]
    }
    return Python.comment("The loss: \(training.loss.formula), the mean over a batch.") + body
  }

  private var weights: [String] {
    let file = Python.string(Program.weightsFile)
    var lines = Python.comment(
      "The present weights, if they are there: percept --save \(Program.weightsFile) leaves them.")
    lines += [
      "if os.path.exists(\(file)):", "    from safetensors.torch import load_file", "",
      "    saved = load_file(\(file))",
    ]
    return lines + assignment(indent: "    ")
  }

  /// Gives the model the tensors of `saved`.
  func assignment(indent: String) -> [String] {
    var lines = [
      "with torch.no_grad():", "    for parameter, name in zip(model.parameters(), names):",
      "        parameter.copy_(saved[name])",
    ]
    let levels = program.batchNormLevels
    if !levels.isEmpty {
      lines += [
        "    norms = [m for m in model.modules() if isinstance(m, nn.BatchNorm1d)]",
        "    for level, norm in zip(\(levels), norms):",
        "        for name in (\"running_mean\", \"running_var\"):",
        "            statistic = saved[f\"layers.{level}.norm.{name}\"]",
        "            getattr(norm, name).copy_(statistic)",
      ]
    }
    let names = program.weightNames.joined().map(Python.string)
    return Python.call("\(indent)names = [", names, "]") + lines.map { indent + $0 }
  }

  private var report: [String] {
    var lines = [
      "# How good it is.", "model.eval()", "with torch.no_grad():",
      "    for name, part in ((\"training\", train), (\"test\", test)):",
      "        answer, truth = model(x[part]), y[part]",
      "        print(name, \"loss\", loss(answer, truth).item())",
    ]
    if program.objective.problem != .regression {
      let right =
        spec.outputCount == 1
        ? "(answer > 0) == (truth > 0)" : "answer.argmax(dim=1) == truth.argmax(dim=1)"
      lines += [
        "        right = \(right)",
        "        print(name, \"accuracy\", right.float().mean().item())",
      ]
    }
    return lines
  }
}
