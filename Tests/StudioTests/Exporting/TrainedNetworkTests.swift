import Datasets
import Engine
import Foundation
import Lessons
import TestSupport
import Testing

@testable import Studio

@Suite("A network that is taken away")
struct TrainedNetworkTests {
  /// The largest distance between the network and its description, read back and evaluated in double
  /// precision, as a share of the larger of 1 and the output: at the points that stand in it, and at
  /// others of the plane.
  private func distance(_ session: Session, _ place: String = "") throws -> Double {
    let network = session.trainedNetwork
    #expect(network.obstacle == nil, "\(place)")
    let written = try WrittenNetwork(network.bytes(.json))
    #expect(written.check.count >= 8, "\(place)")
    var pairs = written.check.map { (written.outputs($0.inputs), $0.outputs) }
    let axes = session.dataset.axes
    for index in 0..<40 {
      let x1 = Float(index % 8) * 1.6 - 5.7
      let x2 = session.dataset.isOneDimensional ? 0 : Float(index / 8) * 2.3 - 4.9
      let texts = [Dataset.text(x1, on: axes[0]), Dataset.text(x2, on: axes[1])]
      let inputs = texts.prefix(session.dataset.isOneDimensional ? 1 : 2)
        .map { Double($0) ?? .nan }
      let values = session.values(x1: x1, x2: x2)
      pairs.append((written.outputs(inputs), (values.last ?? []).map(Double.init)))
    }
    var largest = 0.0
    for (found, expected) in pairs {
      #expect(found.count == expected.count && !found.isEmpty, "\(place)")
      for (a, b) in zip(found, expected) {
        let distance = abs(a - b) / max(1, abs(b))
        #expect(distance <= 1e-5, "\(place): \(a) and \(b)")
        // NaN is no distance, and none may be lost.
        largest = max(largest, distance.isNaN ? .infinity : distance)
      }
    }
    return largest
  }

  @Test("Every preset, trained, is its description", arguments: try PresetFile.all())
  func presets(_ file: PresetFile) throws {
    var session = Session(try Preset(yaml: file.text))
    session.advance(steps: 20 * session.trainer.stepsPerEpoch)
    #expect(try distance(session, file.name) <= 1e-5)
  }

  @Test("Every activation in every wiring", arguments: Activation.allCases)
  func activations(_ activation: Activation) throws {
    for wiring in LayerCatalogue.wirings {
      let session = trainedSession {
        $0.network.hidden = [5, 3]
        $0.network.fitLayers()
        $0.network.activation = PerLayer(activation)
        $0.network.wiring = PerLayer(wiring.name)
        $0.network.solverSteps = 3
      }
      #expect(try distance(session, "\(activation) \(wiring.name)") <= 1e-5)
    }
  }

  @Test("Every normalisation in every wiring, with dropout and killed units")
  func layers() throws {
    for wiring in LayerCatalogue.wirings {
      for normalization in LayerCatalogue.normalizations {
        var session = trainedSession {
          $0.network.hidden = [4, 6, 3]
          $0.network.fitLayers()
          $0.network.wiring = PerLayer(wiring.name)
          $0.network.normalization = PerLayer(normalization.name)
          $0.network.dropout = PerLayer(25)
        }
        session.apply(.killUnit(level: 1, unit: 4))
        session.advance(steps: 8)
        #expect(try distance(session, "\(wiring.name) \(normalization.name)") <= 1e-5)
        let json = try WrittenNetwork(session.trainedNetwork.bytes(.json)).json
        #expect(json["layers"]?.list?[1]["mask"]?.numbers == [1, 1, 1, 1, 0, 1])
        #expect(json["layers"]?.list?[0]["mask"] == nil)
      }
    }
  }

  @Test(
    "Every feature, formulas with every function, with and without a standardiser",
    arguments: ["true", "false"])
  func features(_ standardize: String) throws {
    let formulas = [
      "x1,x2,x1sq,x2sq,x1x2,sinx1,sinx2", "sin(x1*x2),cos(x1-pi),tan(x1/9),exp(-x1^2)",
      "log(x1^2+1),sqrt(abs(x2)),tanh(x1)/e,sign(x2)", "min(x1,x2),max(-x1,2),2^x1/3,(x1+x2)^3",
      "",
    ]
    for text in formulas {
      var preset = smallPreset()
      try #require(SettingCatalogue.keyed("features")).set(text, in: &preset)
      try #require(SettingCatalogue.keyed("data.standardize")).set(standardize, in: &preset)
      var session = Session(preset)
      session.advance(steps: 30)
      #expect(try distance(session, text) <= 1e-5)
    }
  }

  @Test("Tables in their own units, curves, classes and no hidden layer")
  func sets() throws {
    for name in DataSource.names {
      for hidden in [[], [5]] {
        var session = Session(
          smallPreset {
            $0.data.recipe = name
            $0.network.hidden = hidden
            $0.network.fitLayers()
          })
        session.advance(steps: 30)
        #expect(try distance(session, name) <= 1e-5)
      }
    }
  }

  @Test("It tells what its output stands for, as files of points have it")
  func answers() throws {
    func answer(_ name: String, _ loss: Preset.LossChoice) throws -> JSON? {
      let session = Session(
        smallPreset {
          $0.data.recipe = name
          $0.training.loss = loss
        })
      return try WrittenNetwork(session.trainedNetwork.bytes(.json)).json["answer"]
    }
    let circle = try answer("circle", .crossEntropy)
    #expect(circle?["classes"]?.texts == ["0", "1"] && circle?["by"]?.text == "sign")
    #expect(circle?["probability"]?.text == "sigmoid")
    let iris = try answer("iris", .crossEntropy)
    #expect(iris?["classes"]?.texts == ["setosa", "versicolor", "virginica"])
    #expect(iris?["by"]?.text == "largest" && iris?["probability"]?.text == "softmax")
    #expect(try answer("iris", .hinge)?["probability"] == .null)
    let plane = try answer("plane", .halfSquaredError)
    #expect(plane?["kind"]?.text == "number" && plane?["factor"]?.number == 1)
  }

  @Test("Numbers that are not finite are an obstacle, and are told of by their place")
  func obstacles() throws {
    let session = Session(smallPreset())
    var network = session.trainer.network
    network.parameters[try #require(network.weightIndex(level: 1, unit: 0, input: 0))] = .infinity
    #expect(
      TrainedNetwork(session.program, network, on: session.dataset).obstacle
        == "layers.1.weight has a number that is not finite")
    // Finite weights can be too large for finite outputs.
    var large = Session(smallPreset { $0.data.recipe = "plane" }).trainer.network
    for index in large.parameters.indices { large.parameters[index] = 3e38 }
    #expect(
      TrainedNetwork(session.program, large, on: session.dataset).obstacle
        == "its outputs are not finite")
    #expect(Session(smallPreset()).trainedNetwork.obstacle == nil)
  }

  @Test("As safetensors it is the file that --save writes")
  func safetensors() {
    let session = trainedSession()
    #expect(
      session.trainedNetwork.bytes(.safetensors)
        == Safetensors(tensors: session.trainer.network.tensors).bytes)
  }
}
