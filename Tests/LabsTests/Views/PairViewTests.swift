import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("The view of two sessions")
struct PairViewTests {
  private static let rate = Action.set(key: "training.learning-rate", value: "0.3")

  /// The rows of the view.
  private func rows(_ view: PairView, _ scene: Scene, _ width: Int = 89, _ height: Int = 24)
    -> String
  {
    picture(canvas(view, scene, width, height))
  }

  @Test("It says whose map is whose, which is yours, what differs and how both do")
  func overview() {
    let scene = pairScene(trained(10), [Self.rate, .addUnit(layer: 0)])
    let text = rows(PairView(), scene)
    for words in [
      "B · yours", "B − A", "rate", "0.03", "0.3", "hidden layers", "test loss", "A test",
    ] {
      #expect(text.contains(words), "\(words)\n\(text)")
    }
    #expect(PairView().note(scene) == "2 settings differ")
    #expect(rows(PairView(), pairScene(trained(3))).contains("What you change now, only B gets."))
  }

  @Test("Without a comparison it says how one begins")
  func invitation() {
    let scene = scene(trained(1))
    #expect(rows(PairView(), scene).contains("Nothing is compared yet."))
    var view = PairView()
    #expect(view.appear(scene)?.pairing == .begin)
    #expect(view.handle(.activate, scene)?.pairing == .begin)
    #expect(view.appear(pairScene(trained(1)))?.pairing == nil)
  }

  @Test("One probe reads the same place on all maps, with the numbers of both networks")
  func probe() throws {
    let scene = pairScene(trained(20), [Self.rate, .newWeights])
    var view = PairView()
    for _ in 0..<5 { _ = view.handle(.increase, scene) }
    _ = view.handle(.selectUp, scene)
    #expect(view.probe == PlanePoint(x1: 1, x2: 0.25))
    let rival = try #require(scene.rival)
    let numbers = [rival.session, scene.session].map { session in
      session.values(x1: 1, x2: 0.25).last.map { Double($0[0]) } ?? .nan
    }
    let text = view.describe(scene)
    #expect(text.hasPrefix("x₁ 1.00  x₂ 0.25 · A \(format(numbers[0], decimals: 3))"))
    #expect(text.contains("· B \(format(numbers[1], decimals: 3))"))
    let sign = numbers[1] > numbers[0] ? "+" : ""
    #expect(text.hasSuffix("B−A \(sign)\(format(numbers[1] - numbers[0], decimals: 3))"))
    // The pointer goes before the keys, on every map.
    var hovered = scene
    hovered.pointer = PlanePoint(x1: -3, x2: 2)
    #expect(view.describe(hovered).hasPrefix("x₁ -3.00  x₂ 2.00"))
    let marked = canvas(view, hovered, 90, 24)
    let planes = marked.hotspots.compactMap { spot -> Labs.Plane? in
      guard case .plane(let plane)? = spot.target as? Target else { return nil }
      return plane
    }
    #expect(planes.count == 3)
    for plane in planes {
      let cell = try #require(plane.cell(PlanePoint(x1: -3, x2: 2)))
      let read = marked[cell.x, cell.y]
      #expect(read.glyph == "┼" || read.style.contains(.reverse))
    }
  }

  @Test("A difference of 0 is said to be none, and a network that diverged is told")
  func extremes() {
    #expect(rows(PairView(), pairScene(trained(5))).contains("no difference"))
    var hot = trained(0) { $0.training.learningRate = 1 }
    hot.apply(.set(key: "training.l2", value: "10"))
    var scene = pairScene(trained(1))
    hot.advance(steps: 5000)
    #expect(hot.trainer.divergence != nil)
    scene = Scene(session: hot, rival: Rival(copying: trained(1)))
    let text = rows(PairView(), scene)
    #expect(text.contains("diverged") && text.contains("B diverged in epoch"))
  }

  @Test("Losses of two kinds are not drawn in one chart: accuracies are")
  func kinds() {
    let scene = pairScene(trained(5), [.set(key: "training.loss", value: "cross-entropy")])
    var view = PairView()
    _ = view.handle(.nextOption, scene)
    #expect(view.page == .losses)
    #expect(rows(view, scene).contains("accuracies, %"))
    #expect(!rows(view, pairScene(trained(5))).contains("accuracies, %"))
  }

  @Test("All settings have a page, and what is left out elsewhere is counted")
  func settings() {
    let scene = pairScene(
      trained(2),
      [
        Self.rate, .addUnit(layer: 0), .set(key: "training.batch-size", value: "7"),
        .set(key: "training.l1", value: "0.001"), .set(key: "training.l2", value: "0.01"),
        .set(key: "training.optimizer", value: "momentum"), .toggleFeature(.product),
        .set(key: "network.activation", value: "relu"), .set(key: "network.seed", value: "3"),
        .set(key: "training.seed", value: "3"),
      ])
    var view = PairView()
    #expect(rows(view, scene).contains("more settings differ; n shows them."))
    _ = view.handle(.previousOption, scene)
    let text = rows(view, scene)
    for title in ["rate", "batch", "L1", "L2", "optimizer", "features", "activation", "parameters"]
    {
      #expect(text.contains(title), "\(title)\n\(text)")
    }
    #expect(text.contains("their shapes differ"))
  }

  @Test("Nothing is drawn outside, nor is a letter lost in ASCII, whatever is compared")
  func places() {
    let changes: [[Action]] = [
      [],
      [
        Self.rate, .addUnit(layer: 0), .addLayer, .newWeights, .killUnit(level: 0, unit: 0),
        .set(key: "training.loss", value: "mean-squared-error"),
      ],
    ]
    for (name, session) in specialSessions {
      for actions in changes {
        var scene = pairScene(session, actions)
        for swaps in 0..<2 {
          if swaps == 1, var rival = scene.rival {
            var focused = scene.session
            rival.swap(with: &focused)
            scene = Scene(session: focused, rival: rival)
          }
          var view = PairView()
          for _ in PairView.Page.allCases {
            expectInside(view, scene, name)
            for intent in [Intent.increase, .selectDown, .switchAxis, .nextOption] {
              _ = view.handle(intent, scene)
              #expect(columnWidth(view.describe(scene)) <= 78, "\(view.describe(scene))")
            }
          }
        }
      }
    }
  }
}
