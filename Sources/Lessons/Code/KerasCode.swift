import Datasets
import Engine

/// A network and its training as a Keras program, for Keras 3 with any backend.
///
/// What Keras does otherwise is written out, or said in a comment where it is too small to be seen.
struct KerasCode {
  let program: Program

  var spec: NetworkSpec { program.spec }
  var training: TrainingSpec { program.training }

  /// The program, section by section with an empty line between.
  var lines: [String] {
    let sections = [
      program.header("Keras"), imports, program.dataLines, helpers, model(trains: true), weights,
      loss,
      schedule, frozen, optimizer, fit, report,
    ]
    return Array(sections.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  private var imports: [String] {
    let needsMath = (schedule + optimizer).contains { $0.contains("math.") }
    return ["import csv"] + (needsMath ? ["import math"] : [])
      + [
        "import os", "", "import keras", "import numpy as np", "from keras import layers, ops", "",
        "keras.utils.set_random_seed(\(program.preset.training.seed))",
      ]
  }

  private var loss: [String] {
    let body: [String]
    switch training.loss {
    case .halfSquaredError:
      body = [
        "def loss(y, a):", "    \"\"\"Half the squared error, summed over the outputs.\"\"\"",
        "    return ops.sum(ops.square(a - y), axis=-1) / 2", "",
      ]
    case .meanSquaredError: body = ["loss = keras.losses.MeanSquaredError()"]
    case .meanAbsoluteError: body = ["loss = keras.losses.MeanAbsoluteError()"]
    case .huber(let delta): body = ["loss = keras.losses.Huber(delta=\(Python.number(delta)))"]
    case .hinge: body = ["loss = keras.losses.Hinge()"]
    case .binaryCrossEntropy:
      body = ["loss = keras.losses.BinaryCrossentropy(from_logits=True)"]
    case .softmaxCrossEntropy:
      body = ["loss = keras.losses.CategoricalCrossentropy(from_logits=True)"]
    }
    return Python.comment("The loss: \(training.loss.formula), the mean over a batch.") + body
  }

  private var weights: [String] {
    let file = Python.string(Program.weightsFile)
    var lines = Python.comment(
      "The present weights, if they are there: percept --save \(Program.weightsFile) leaves them."
        + " Keras has the inputs of a unit in a column.")
    lines += [
      "if os.path.exists(\(file)):", "    from safetensors.numpy import load_file", "",
      "    saved = load_file(\(file))",
    ]
    return lines + assignment(indent: "    ")
  }

  /// Gives the model the arrays of `saved`.
  func assignment(indent: String) -> [String] {
    var lines = [
      "for variable, name in zip(model.trainable_variables, names):",
      "    variable.assign(saved[name].T)",
    ]
    let levels = program.batchNormLevels
    if !levels.isEmpty {
      lines += [
        "parts = (\"running_mean\", \"running_var\")",
        "names = [f\"layers.{k}.norm.{part}\" for k in \(levels) for part in parts]",
        "for variable, name in zip(model.non_trainable_weights, names):",
        "    variable.assign(saved[name])",
      ]
    }
    let names = program.weightNames.joined().map(Python.string)
    return Python.call("\(indent)names = [", names, "]") + lines.map { indent + $0 }
  }

  /// How good it is, by the data alone.
  private var report: [String] {
    let hasTest = program.points.hasTest
    let shares = hasTest ? "((\"training\", train), (\"test\", test))" : "((\"training\", train),)"
    var lines = [
      "# How good it is, without penalties.", "for name, part in \(shares):",
      "    answer, truth = model.predict(x[part], verbose=0), y[part]",
      "    print(name, \"loss\", float(ops.mean(loss(truth, answer))))",
    ]
    if program.objective.problem != .regression {
      let right =
        spec.outputCount == 1
        ? "(answer > 0) == (truth > 0)" : "answer.argmax(axis=1) == truth.argmax(axis=1)"
      lines += [
        "    right = \(right)", "    print(name, \"accuracy\", float(np.mean(right)))",
      ]
    }
    return lines
  }
}
