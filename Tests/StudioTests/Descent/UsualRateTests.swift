import Engine
import Lessons
import Studio
import Testing

@Suite("The usual rate")
struct UsualRateTests {
  @Test("Which rates are lengths is found by trying")
  func lengths() throws {
    let lengths = try OptimizerCatalogue.all.filter { type in
      UsualRate(of: try #require(OptimizerCatalogue.named(type.name))).isLength
    }.map { $0.name }
    #expect(lengths == ["adagrad", "adadelta", "rmsprop", "adam", "adamw"])
  }

  @Test("A factor suits the surface, a length its size, and AdaDelta needs none")
  func rates() {
    func rate(_ name: String) -> Double {
      RacerSpec(name, on: Ravine()).preset.training.learningRate
    }
    #expect(rate("sgd") == Ravine().rate && rate("momentum") == Ravine().rate)
    #expect(rate("adam") == Ravine().stride && rate("adagrad") == Ravine().stride)
    #expect(rate("adadelta") == 1)
  }
}
