import Datasets
import Drawing
import Engine
import Foundation
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("Sessions as figures")
struct SessionFigureTests {
  private func session(_ settings: [String: String] = [:], epochs: Int = 2) throws -> Session {
    var preset = Preset()
    for (key, value) in settings.sorted(by: { $0.key < $1.key }) {
      try SettingCatalogue.keyed(key)?.set(value, in: &preset)
    }
    var session = Session(preset)
    session.advance(steps: epochs * session.trainer.stepsPerEpoch)
    return session
  }

  private func figure(
    _ session: Session, _ parts: [FigurePart] = FigurePart.allCases, width: Int = 640,
    height: Int = 360, theme: Theme = .playground, ground: Ground = .light
  ) -> Figure {
    SessionFigure(session, parts: parts)
      .figure(width: width, height: height, theme: theme, ground: ground)
  }

  private func texts(_ figure: Figure) -> [String] {
    figure.shapes.compactMap { shape in
      if case .text(let text, _, _, _) = shape { return text }
      return nil
    }
  }

  private func images(_ figure: Figure) -> [PixelBox] {
    figure.shapes.compactMap { shape in
      if case .image(_, let box) = shape { return box }
      return nil
    }
  }

  private func curves(_ figure: Figure) -> [Figure.Pen] {
    figure.shapes.compactMap { shape in
      if case .curve(_, _, _, _, let pen) = shape { return pen }
      return nil
    }
  }

  @Test("A figure has title, settings, axes, names of curves and a legend")
  func texts() throws {
    let all = texts(figure(try session()))
    let joined = all.joined(separator: "\n")
    for text in [
      "Circle", "2·4·2·1 tanh", "sgd, rate 0.03", "batch 10", "epoch 2", "training loss",
      "test loss",
      "Network", "Loss", "Decision map", "train", "test", "epoch", "x₁", "x₂", "ŷ",
      "positive weight",
      "negative", "4 tanh", "class −", "class +", "large: training, small: test",
    ] { #expect(joined.contains(text), "\(text) in \(all)") }
  }

  @Test("Each part is there alone if it is asked for alone", arguments: FigurePart.allCases)
  func parts(_ part: FigurePart) throws {
    let all = texts(figure(try session(), [part]))
    #expect(all.contains("Decision map") == (part == .map))
    #expect(all.contains("Network") == (part == .network))
    #expect(all.contains("Loss") == (part == .loss))
  }

  @Test("Every unit and input has a map, every weight a curve, negative ones dashed")
  func network() throws {
    let session = try session()
    let figure = figure(session, [.network])
    #expect(images(figure).count == 2 + 4 + 2 + 1)
    let network = session.trainer.network
    let weights = network.weights.flatMap(\.range).map { network.parameters[$0] }
    #expect(curves(figure).count == weights.count)
    #expect(curves(figure).count { !$0.dashes.isEmpty } == weights.count { $0 < 0 })
    let widths = curves(figure).map(\.width)
    #expect((widths.max() ?? 0) > 1.5 * (widths.min() ?? 0))
  }

  @Test("The map has a pixel for each of the figure's, and a line where the sign changes")
  func map() throws {
    let figure = figure(try session(epochs: 30), [.map], width: 600, height: 600)
    let maps = figure.shapes.compactMap { shape in
      if case .image(let image, let box) = shape { return (image, box) }
      return nil
    }
    let (image, box) = try #require(maps.first)
    #expect(box.width > 350 && Double(image.width) == box.width && box.width == box.height)
    let style = FigureStyle(theme: .playground, ground: .light, unit: 10)
    let contours = figure.shapes.count { shape in
      if case .line(let places, _, let pen) = shape {
        return pen.ink == style.contour && places.count > 10
      }
      return false
    }
    #expect(contours > 0)
  }

  @Test("Without colours everything is grey, and classes have marks all over their regions")
  func monochrome() throws {
    for ground in [Ground.dark, .light] {
      let raster = Raster(
        figure(try session(["data.set": "multi-gauss"]), theme: .monochrome, ground: ground))
      let isGrey = stride(from: 0, to: raster.bytes.count, by: 3).allSatisfy {
        let parts = raster.bytes[$0..<$0 + 3]
        return Int(parts.max() ?? 0) - Int(parts.min() ?? 0) <= 12
      }
      #expect(isGrey)
    }
  }

  @Test("Text can be read on its paper in every theme", arguments: Theme.allCases)
  func contrast(_ theme: Theme) {
    for ground in [Ground.dark, .light] {
      let style = FigureStyle(theme: theme, ground: ground, unit: 20)
      func light(_ ink: Ink) -> Double {
        let parts = [ink.red, ink.green, ink.blue].map { value -> Double in
          let c = Double(value) / 255
          return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05
      }
      for (ink, least) in [
        (style.text, 12.0), (style.muted, 6), (style.positive, 3), (style.negative, 3),
      ] {
        let pair = [light(ink), light(style.paper)].sorted()
        #expect(pair[1] / pair[0] >= least, "\(theme) \(ground) \(ink.hex)")
      }
    }
  }

  @Test("A network that diverged says so, in place of a map without meaning")
  func diverged() throws {
    let session = try session(
      ["data.set": "plane", "training.learning-rate": "10", "features": "x1, x2, x1sq"], epochs: 100
    )
    try #require(session.trainer.divergence != nil)
    let all = texts(figure(session))
    #expect(all.contains("Training diverged") && all.contains("Loss, until training diverged"))
    #expect(all.contains { $0.contains("training diverged") })
    #expect(!all.contains { $0.contains("nan") || $0.contains("Backspace") })
    #expect(images(figure(session)).isEmpty && curves(figure(session)).isEmpty)
  }

  @Test("Classes over x₁ alone have no ticks and no name upwards", arguments: ["t", "x1"])
  func oneDirection(_ name: String) throws {
    let table = try CSV.table(
      "\(name),kind\n" + (-10...10).map { "\($0),\($0 < 0 ? "a" : "b")\n" }.joined())
    let session = Session(try Preset(TableFile(path: "t.csv", table: table)))
    let all = texts(figure(session, [.map]))
    #expect(all.contains { $0.hasPrefix(name) } && all.contains("-12"), "\(all)")
    #expect(all.count { $0 == "0" } == 1 && all.count { $0 == "-6" } == 1)
    #expect(!all.contains { $0.contains("x2") || $0.contains("x₂") })
    let text = picture(
      SessionFigure(session, parts: [.map])
        .canvas(size: Size(width: 60, height: 30), capabilities: .full))
    #expect(text.contains("\(name) →") && !text.contains("┤") && !text.contains("x2"))
  }

  @Test("Without a hidden layer the inputs lead to the output")
  func linear() throws {
    let figure = figure(try session(["network.hidden": ""]))
    #expect(curves(figure).count == 2)
    #expect(texts(figure).contains { $0.hasPrefix("2·1  ·") })
  }

  @Test("Of a deep network the maps are small, and of too deep and wide ones some are left out")
  func deep() throws {
    let session = try session(
      ["network.hidden": Array(repeating: "16", count: 20).joined(separator: ", ")], epochs: 0)
    #expect(images(figure(session, [.network], width: 1600, height: 900)).count == 2 + 320 + 1)
    let large = texts(figure(session, width: 1600, height: 900))
    #expect(large.contains { $0.contains("strongest") && $0.contains("a layer") }, "\(large)")
    let small = figure(session, [.network], width: 300, height: 160)
    #expect(texts(small).contains { $0.hasPrefix("…") })
    #expect(texts(small).contains { $0.hasSuffix("/16") || $0.hasSuffix(" of 16") })
  }

  @Test("The same session makes the same figure")
  func same() throws {
    let one = figure(try session())
    let other = figure(try session())
    #expect(one.svg == other.svg)
    #expect(Raster(one) == Raster(other))
  }
}
