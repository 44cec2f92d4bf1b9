import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

/// Sessions that have something special to show, by name.
let specialSessions: [(name: String, session: Session)] = {
  func session(_ name: String, epochs: Int = 1, _ change: (inout Preset) -> Void) -> (
    name: String, session: Session
  ) {
    var preset = Preset()
    change(&preset)
    var session = Session(preset)
    session.advance(steps: epochs * session.trainer.stepsPerEpoch)
    return (name, session)
  }
  return [
    session("start", epochs: 0) { _ in },
    session("no hidden layer") {
      $0.network.hidden = []
      $0.network.fitLayers()
    },
    session("six layers") {
      $0.network.hidden = [8, 8, 8, 8, 8, 8]
      $0.network.activation = PerLayer(.relu)
      $0.network.fitLayers()
    },
    session("the largest", epochs: 0) {
      $0.features = Feature.allCases
      $0.network.hidden = Array(
        repeating: SettingCatalogue.unitLimit, count: SettingCatalogue.layerLimit)
      $0.network.activation = PerLayer(.relu)
      $0.network.initialization = .he
      $0.network.fitLayers()
    },
    session("six classes") {
      $0.data.recipe = "blobs"
      $0.data.classes = 6
      $0.data.validation = 20
      $0.training.loss = .crossEntropy
    },
    session("no test points") {
      $0.data.training = 90
      $0.data.validation = 10
    },
    session("regression") {
      $0.data.recipe = "plane"
      $0.training.l2 = 0.01
    },
    session("diverged", epochs: 200) {
      $0.training.learningRate = 1
      $0.training.l2 = 10
    },
    session("stopped early", epochs: 400) {
      $0.data.validation = 20
      $0.training.patience = 3
      $0.training.learningRate = 1
    },
  ]
}()

@Suite struct ProgressViewTests {
  @Test func mGoesFromTheLossToMetricsAndLayersAndBack() {
    var app = app()
    var titles: [String] = []
    for _ in 0..<4 {
      let text = picture(app.view(size: small, capabilities: .full))
      titles += ["─ Loss ─", "─ Metrics ·", "─ Layers ·"].filter { text.contains($0) }
      app.press(.character("m"))
    }
    #expect(titles == ["─ Loss ─", "─ Metrics ·", "─ Layers ·", "─ Loss ─"])
  }

  @Test(arguments: ProgressView.allCases)
  func staysInItsPlaceWhateverThereIsToShow(_ view: ProgressView) {
    for (name, session) in specialSessions {
      let now = Evaluations(session)
      for width in [0, 1, 2, 5, 9, 20, 31, 40, 47, 63, 90, 143, 200] {
        for height in [0, 1, 2, 3, 5, 7, 11, 16, 30] {
          var canvas = blank(width + 4, height + 2)
          let area = Rectangle(x: 2, y: 1, width: width, height: height)
          canvas.fill(canvas.bounds, with: Cell("@"))
          canvas.fill(area, with: .blank)
          view.draw(session, now, in: area, on: &canvas)
          let outside = canvas.cells.enumerated().filter { index, _ in
            !area.contains(
              Point(x: index % canvas.size.width, y: index / canvas.size.width))
          }
          #expect(
            outside.allSatisfy { $0.element.glyph == "@" }, "\(name) at \(width)×\(height)")
        }
      }
    }
  }

  @Test(arguments: ProgressView.allCases)
  func nothingBecomesAQuestionMarkInASCII(_ view: ProgressView) {
    for (name, session) in specialSessions {
      for size in [Size(width: 40, height: 7), Size(width: 143, height: 16)] {
        var canvas = blank(size.width, size.height, .mono, .ascii)
        view.draw(session, Evaluations(session), in: canvas.bounds, on: &canvas)
        #expect(!picture(canvas).contains("?"), "\(name)")
      }
    }
  }

  @Test func thePaletteNamesTheKey() {
    var app = app()
    app.press(.character(":"))
    app.type("below: loss")
    #expect(picture(app.view(size: small, capabilities: .full)).contains("how the layers do"))
  }
}
