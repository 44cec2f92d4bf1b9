import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

/// Two sessions as a view sees them: B, in focus, was changed by these actions.
func pairScene(_ session: Session, _ actions: [Action] = []) -> Scene {
  var focused = session
  let rival = Rival(copying: session)
  for action in actions { focused.apply(action) }
  var scene = scene(focused)
  scene.rival = rival
  return scene
}

/// A network without hidden layers and these parameters: both weights and the bias.
private func linear(_ parameters: [Float], recipe: String) -> Scene {
  var preset = Preset()
  preset.data.recipe = recipe
  preset.network.hidden = []
  preset.network.fitLayers()
  var session = Session(preset)
  for index in 0..<3 { session.apply(.setParameter(index: index, value: 0)) }
  return pairScene(
    session,
    parameters.enumerated().map { .setParameter(index: $0.offset, value: $0.element) })
}

@Suite("Where two networks differ")
struct PairDifferenceTests {
  @Test("Equal sessions differ nowhere", arguments: ["circle", "blobs", "plane", "iris"])
  func equal(_ recipe: String) throws {
    let scene = pairScene(trained(3) { $0.data.recipe = recipe })
    let difference = try difference(scene, 24)
    #expect(difference.values.count == 24 * 24)
    #expect(difference.values.allSatisfy { $0 == 0 })
    #expect(difference.full == 0)
    #expect(difference.disagreement ?? 0 == 0)
  }

  @Test("Of two planes it is the plane between them, in the unit of the numbers")
  func planes() throws {
    // ŷ = 0 in A and 0.2 x₁ − 0.1 x₂ + 0.3 in B.
    let scene = linear([0.2, -0.1, 0.3], recipe: "plane")
    let side = 24
    let difference = try difference(scene, side)
    let largest = 0.2 * 5.75 + 0.1 * 5.75 + 0.3
    #expect(abs(difference.full - largest * TargetUnit(scene.session).size) < 1e-5)
    for row in 0..<side {
      for column in 0..<side {
        let x1 = -6 + 12 * (Double(column) + 0.5) / Double(side)
        let x2 = 6 - 12 * (Double(row) + 0.5) / Double(side)
        let wanted = (0.2 * x1 - 0.1 * x2 + 0.3) / largest
        #expect(abs(Double(difference.values[row * side + column]) - wanted) < 1e-5)
      }
    }
    #expect(difference.disagreement == nil)
  }

  @Test("Of two classes it is that of the outputs, and the share where the class is another")
  func classes() throws {
    // tanh(0) = 0 is no class of A's; B says tanh(x₁) there.
    let scene = linear([1, 0, 0], recipe: "circle")
    let difference = try difference(scene, 24)
    #expect(abs(difference.full - 0.99998) < 1e-4)
    #expect(difference.disagreement == 0.5)
    var turned = scene.session
    turned.apply(.setParameter(index: 0, value: -1))
    var opposite = Scene(session: turned)
    opposite.rival = Rival(copying: scene.session)
    #expect(try self.difference(opposite).disagreement == 1)
  }

  private func difference(_ scene: Scene, _ side: Int = 24) throws -> PairDifference {
    let frame = PairFrame(scene, try #require(scene.rival))
    let outputs = frame.sides.map { $0.session.outputs(width: side, height: side) }
    return PairDifference(frame, a: outputs[0], b: outputs[1])
  }

  @Test("Of several classes it shows where they disagree, as surely as the surer one")
  func severalClasses() throws {
    let scene = pairScene(trained(5) { $0.data.recipe = "blobs" }, [.newWeights])
    let frame = PairFrame(scene, try #require(scene.rival))
    let outputs = frame.sides.map { $0.session.outputs(width: 16, height: 16) }
    let difference = PairDifference(frame, a: outputs[0], b: outputs[1])
    let one = frame.a.session.classes(of: outputs[0])
    let two = frame.b.session.classes(of: outputs[1])
    for pixel in 0..<256 {
      #expect((difference.values[pixel] != 0) == (one.classes[pixel] != two.classes[pixel]))
    }
    let count = (0..<256).count { one.classes[$0] != two.classes[$0] }
    #expect(count > 0 && difference.disagreement == Double(count) / 256)
  }
}
