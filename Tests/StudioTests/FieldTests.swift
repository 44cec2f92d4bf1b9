import Datasets
import Engine
import Foundation
import Lessons
import Studio
import Testing

@Suite("Maps of a session")
struct FieldTests {
  @Test("Only the levels that are asked for are written out, as they are in the whole")
  func someLevels() {
    let session = trainedSession { $0.network.hidden = [4, 3, 2] }
    let all = session.fields(width: 7, height: 5)
    for wanted in [[], [0], [1, 3], [3, 1], [-1, 2, 9], [0, 1, 2, 3]] {
      let some = session.fields(width: 7, height: 5, of: wanted)
      #expect(some.inputs == all.inputs)
      for level in all.levels.indices {
        #expect(some.levels[level] == (wanted.contains(level) ? all.levels[level] : []))
      }
      let line = session.fields(x1: [1, -2], x2: [0.5, 3], of: wanted)
      let whole = session.fields(x1: [1, -2], x2: [0.5, 3])
      for level in whole.levels.indices {
        #expect(line.levels[level] == (wanted.contains(level) ? whole.levels[level] : []))
      }
    }
  }

  @Test(
    "Every pixel has what the network gives at its centre, at any size",
    arguments: [
      (0, 0), (0, 5), (4, 0), (1, 1), (3, 5), (17, 2), (33, 31),
    ])
  func centres(_ width: Int, _ height: Int) {
    let session = trainedSession { $0.features = [.x1, .x2, .sineX2] }
    let fields = session.fields(width: width, height: height)
    #expect(fields.width == width && fields.height == height)
    #expect(fields.levels.map(\.count) == [4, 2, 1])
    #expect(fields.inputs.count == 3)
    let all = fields.inputs + fields.levels.flatMap { $0 }
    #expect(all.allSatisfy { $0.count == width * height })
    for row in 0..<height {
      for column in 0..<width {
        // Rows go down from 6, columns right from −6.
        let x1 = Float(-6 + 12 * (Double(column) + 0.5) / Double(width))
        let x2 = Float(6 - 12 * (Double(row) + 0.5) / Double(height))
        let pixel = row * width + column
        // A few roundings of numbers up to 12.
        #expect(abs(fields.inputs[0][pixel] - x1) < 4e-6)
        #expect(abs(fields.inputs[1][pixel] - x2) < 4e-6)
        let inputs = session.preset.features.map {
          $0.value(fields.inputs[0][pixel], fields.inputs[1][pixel])
        }
        #expect(fields.inputs.map { $0[pixel] } == inputs)
        let direct = session.trainer.network.responses(
          to: Samples(columns: inputs.map { [$0] }, count: 1))
        #expect(fields.levels.map { $0.map { $0[pixel] } } == direct.map { $0.map { $0[0] } })
      }
    }
  }

  @Test("Standardised inputs are those of the pixels, scaled as the training points are")
  func standardized() {
    var session = Session(
      smallPreset {
        $0.features = [.x1, .x1Squared]
        $0.data.standardizes = true
      })
    session.apply(.toggleFeature(.sineX2))
    session.advance(steps: 20)
    let preset = session.preset
    let standardizer = Standardizer(preset.features, fittedTo: session.dataset.training)
    var plain = preset
    plain.data.standardizes = false
    let fields = session.fields(width: 5, height: 4)
    let features = Session(plain).fields(width: 5, height: 4).inputs
    for input in 0..<3 {
      let expected = features[input].map { standardizer.standardized($0, input: input) }
      #expect(fields.inputs[input] == expected)
    }
    let samples = Samples(columns: fields.inputs, count: 20)
    #expect(fields.levels == session.trainer.network.responses(to: samples))
    #expect(session.outputs(width: 5, height: 4) == fields.levels[2])
  }

  @Test("The output is the network's formula, computed by hand")
  func formula() {
    let session = trainedSession()
    let fields = session.fields(width: 5, height: 5)
    let network = session.trainer.network
    for pixel in 0..<25 {
      var values = fields.inputs.map { Double($0[pixel]) }
      for level in 0..<3 {
        values = (0..<network.levels[level].units).map { unit in
          var sum = Double(network.parameters[network.biasIndex(level: level, unit: unit)])
          for (input, value) in values.enumerated() {
            let index = network.weightIndex(level: level, unit: unit, input: input) ?? -1
            sum += Double(network.parameters[index]) * value
          }
          return tanh(sum)
        }
      }
      // Three levels in single precision.
      #expect(abs(Double(fields.levels[2][0][pixel]) - values[0]) < 1e-5)
    }
  }

  @Test("One pixel is the middle of the domain")
  func onePixel() {
    #expect(Session(smallPreset()).fields(width: 1, height: 1).inputs == [[0], [0]])
  }

  @Test("Without features there is no input and the output is a constant, which is learned")
  func noFeatures() {
    var session = trainedSession()
    session.apply(.toggleFeature(.x1))
    session.apply(.toggleFeature(.x2))
    #expect(session.preset.features.isEmpty)
    session.advance(steps: 300)
    #expect(session.trainer.divergence == nil)
    let fields = session.fields(width: 4, height: 3)
    #expect(fields.inputs.isEmpty)
    #expect(fields.levels.allSatisfy { $0.allSatisfy { $0.count == 12 && Set($0).count == 1 } })
    // The best constant is the mean of the targets.
    let labels = session.dataset.training.map { $0.label > 0 ? Float(1) : -1 }
    let mean = labels.reduce(0, +) / Float(labels.count)
    #expect(abs(fields.levels[2][0][0] - mean) < 0.2)
    session.apply(.set(key: "network.hidden", value: ""))
    #expect(session.trainer.network.parameterCount == 1)
    session.advance(steps: 10)
    let output = session.fields(width: 2, height: 1).levels
    #expect(output.count == 1 && output[0].count == 1 && Set(output[0][0]).count == 1)
  }

  @Test("A logit is shown as 2p − 1 of its probability, any other output as it is")
  func shown() {
    let logit = trainedSession { $0.training.loss = .crossEntropy }
    for z in stride(from: -20, through: 20, by: 0.25) {
      let expected = 2 / (1 + exp(-z)) - 1
      // The engine's tanh is right within 4·10⁻⁷ of its value.
      #expect(abs(Double(logit.shown([Float(z)])[0]) - expected) < 1e-6)
    }
    #expect(logit.shown([1e30, -1e30, 0]) == [1, -1, 0])
    let others = [
      trainedSession(), trainedSession { $0.data.recipe = "plane" },
      trainedSession { $0.training.loss = .meanSquaredError },
    ]
    for session in others {
      let outputs: [Float] = [-3, -1, 0, 0.25, 1.8]
      #expect(session.shown(outputs) == outputs)
    }
  }
}

@Suite("Classes of several outputs")
struct ClassTests {
  private func session(_ loss: Preset.LossChoice) -> Session {
    Session(
      smallPreset {
        $0.data.recipe = "blobs"
        $0.training.loss = loss
      })
  }

  @Test("With cross-entropy the class is the largest logit's, as sure as its probability")
  func softmax() {
    let session = session(.crossEntropy)
    var random = Random(seed: 1, stream: .data)
    let outputs = (0..<3).map { _ in (0..<500).map { _ in Float(random.uniform(-9, 9)) } }
    let (classes, confidences) = session.classes(of: outputs)
    #expect(classes.count == 500 && confidences.count == 500)
    for sample in 0..<500 {
      let powers = outputs.map { exp(Double($0[sample])) }
      let probabilities = powers.map { $0 / powers.reduce(0, +) }
      let highest = probabilities.max() ?? 0
      #expect(probabilities[classes[sample]] == highest)
      // The engine's exponential is right within 2 ulp.
      #expect(abs(Double(confidences[sample]) - highest) < 1e-6)
      #expect(confidences[sample] > 1 / 3 && confidences[sample] <= 1)
    }
  }

  @Test("Equal logits share: the first class wins, as sure as one of so many")
  func ties() {
    let (classes, confidences) = session(.crossEntropy).classes(of: [[2], [2], [2], [2]])
    #expect(classes == [0])
    #expect(confidences == [0.25])
  }

  @Test("Logits of any size have a finite probability")
  func large() {
    let outputs: [[Float]] = [[1e30, -1e30], [-1e30, -1e30], [0, 1e30]]
    let (classes, confidences) = session(.crossEntropy).classes(of: outputs)
    #expect(classes == [0, 2])
    #expect(confidences == [1, 1])
  }

  @Test("With a squared error an output from −1 to 1 is as sure as 0 to 1")
  func squared() {
    let outputs: [[Float]] = [[-1, 0, -0.5, 3], [1, -1, -1, -1], [0, -0.5, -0.75, 0]]
    let (classes, confidences) = session(.halfSquaredError).classes(of: outputs)
    #expect(classes == [1, 0, 0, 0])
    #expect(confidences == [1, 0.5, 0.25, 1])
  }

  @Test("Of nothing there is nothing")
  func nothing() {
    for outputs in [[], [[], [], []]] as [[[Float]]] {
      let (classes, confidences) = session(.crossEntropy).classes(of: outputs)
      #expect(classes.isEmpty && confidences.isEmpty)
    }
  }

  @Test("The map of four blobs has all classes, and the points' own class at most of them")
  func blobs() {
    var session = Session(
      smallPreset {
        $0.data.recipe = "blobs"
        $0.data.classes = 4
        $0.training.loss = .crossEntropy
        $0.training.learningRate = 0.1
      })
    session.advance(steps: 600)
    let fields = session.fields(width: 9, height: 9)
    let (classes, _) = session.classes(of: fields.levels[2])
    #expect(Set(classes) == [0, 1, 2, 3])
    #expect(session.testEvaluation.accuracy > 0.9)
    // The cloud on top of the map is class 0.
    #expect(classes[9 + 4] == 0)
  }
}
