import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("What the scale below a map says")
struct MapScaleTests {
  private func shown(
    _ session: Session, _ part: NetworkPart, _ range: Look.Range = .panel
  ) -> ColorScale.Shown {
    ColorScale(session, range).values(of: part, in: session.fields(width: 8, height: 8))
  }

  @Test("One of several outputs is shown as its probability, and all of them add up")
  func probabilities() throws {
    let session = try #require(specialSessions.first { $0.name == "six classes" }).session
    let level = session.trainer.network.levels.count - 1
    let all = (0..<6).map { shown(session, .unit(level: level, unit: $0)) }
    for map in all { #expect(map.labels == ScaleLabels(low: "0", middle: "½", high: "1")) }
    for pixel in 0..<64 {
      let sum = all.reduce(0) { $0 + (Double($1.values[pixel]) + 1) / 2 }
      expectClose(sum, 1, within: .oneOperation)
    }
    let own = shown(session, .unit(level: level, unit: 0), .layer)
    #expect(own.full <= 1)
    #expect(own.labels == .shares(own.full))
  }

  @Test("What a weight brings has numbers of its own, though it leads into the output")
  func weights() {
    let session = trained(2)
    let level = session.trainer.network.levels.count - 1
    let map = shown(session, .weight(level: level, unit: 0, input: 0))
    #expect(map.labels == .numbers(map.full))
    #expect(map.values.contains { abs($0) == map.full })
  }

  @Test("Shares are centred if and only if the scale says so", arguments: ["dense", "residual"])
  func centred(_ wiring: String) {
    let session = trained(1) {
      $0.network.hidden = [3, 3]
      $0.network.activation = PerLayer(.sigmoid)
      $0.network.wiring = PerLayer(wiring)
      $0.network.fitLayers()
    }
    let plain = session.fields(width: 8, height: 8).levels[1][0]
    for part in [NetworkPart.unit(level: 1, unit: 0), .bias(level: 1, unit: 0)] {
      let map = shown(session, part)
      let isCentred = map.values != plain
      #expect(isCentred == (wiring == "dense"))
      #expect((map.labels == .shares()) == isCentred)
    }
  }

  @Test("A table's classes have their own names in the legend, the probe and the scores")
  func names() {
    let session = trained(0) {
      $0.data.recipe = "digits"
      $0.training.loss = .crossEntropy
    }
    #expect((0..<10).map { session.className($0) } == (0..<10).map { "\($0)" })
    let picture = picture(drawn(MapView(), session, 60, 24))
    #expect(picture.contains("○0") || picture.contains("○ 0"), "\(picture)")
    #expect(!picture.contains("10"))
    #expect(ScoresView().subject(session).className(0) == "0")
    let blobs = trained(0) {
      $0.data.recipe = "blobs"
      $0.data.classes = 3
      $0.training.loss = .crossEntropy
    }
    #expect(blobs.className(0) == "1")
    #expect(blobs.className(of: 2) == "class 3")
    #expect(trained(0).className(of: 1) == "class +")
    #expect(trained(0).className(of: 2) == "a new class")
  }

  @Test("Numbers predicted for a table are in its own unit everywhere")
  func units() throws {
    let session = trained(1) {
      $0.data.recipe = "iris"
      $0.data.columns.target = "sepal_length_cm"
    }
    try #require(session.preset.problem == .regression)
    let target = session.dataset.target
    let labels = ScaleLabels.output(session, 1)
    #expect(labels.low == format(target.low, significantDigits: 3))
    #expect(labels.high == format(target.high, significantDigits: 3))
    #expect(session.className(of: 1) == "the value \(labels.high)")
    let unit = TargetUnit(session)
    let residuals = unit.residuals(try #require(session.residuals(of: .training)))
    #expect(residuals.targets.allSatisfy { $0 >= target.low - 0.001 && $0 <= target.high + 0.001 })
    let plain = try #require(session.regressionMetrics(of: .training))
    expectClose(
      unit.size * plain.meanAbsoluteError, residuals.metrics.meanAbsoluteError, within: .trainingRun
    )
    let probe = ProbeText(session, at: PlanePoint(x1: 0, x2: 0)).text
    let answer = Double(session.values(x1: 0, x2: 0).last?.first ?? .nan)
    #expect(
      probe.contains("ŷ \(format(target.value(at: answer), significantDigits: 4))"), "\(probe)")
  }
}
