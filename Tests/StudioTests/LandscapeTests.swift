import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

@Suite("The landscape of a session")
struct LandscapeTests {
  private func finished<W: Work>(_ work: W) -> W {
    var work = work
    var progress = 0.0
    var pieces = 0
    while !work.isFinished, pieces < 1_000_000 {
      work.advance()
      pieces += 1
      #expect(work.progress >= progress && work.progress <= 1)
      progress = work.progress
    }
    #expect(work.progress == 1)
    return work
  }

  private func settings(
    _ directions: Landscape.Settings.Directions = .random(0),
    _ share: Dataset.Share = .training, penalty: Bool = false, zoom: Int = 0
  ) -> Landscape.Settings {
    var settings = Landscape.Settings()
    settings.directions = directions
    settings.share = share
    settings.countsPenalty = penalty
    settings.zoom = zoom
    return settings
  }

  @Test("The middle is the session's own loss, of each share, with and without the penalty")
  func middle() throws {
    let session = trainedSession {
      $0.training.l2 = 0.01
      $0.data.validation = 20
    }
    #expect(session.penalty > 0)
    for share in Dataset.Share.allCases {
      let landscape = finished(Landscape(session, settings(.random(0), share)))
      let own =
        switch share {
        case .training: session.trainingEvaluation
        case .validation: session.validationEvaluation
        case .test: session.testEvaluation
        }
      #expect(landscape.surface?.middleLoss == own.loss)
    }
    let whole = finished(Landscape(session, settings(penalty: true)))
    let surface = try #require(whole.surface)
    #expect(abs(surface.middleLoss - session.trainingEvaluation.loss - session.penalty) < 1e-12)
    #expect(whole.stepCount == 20 && whole.isCurrent(in: session))
  }

  @Test("Zooming in by one halves the plane")
  func zoom() {
    #expect(settings(zoom: 0).extent == 1 && settings(zoom: 1).extent == 0.5)
    #expect(settings(zoom: -2).extent == 4 && settings(zoom: 1000).extent > 0)
    let session = trainedSession()
    let wide = finished(Landscape(session, settings())).surface
    let near = finished(Landscape(session, settings(zoom: 1))).surface
    #expect(near?.directions == wide?.directions)
    #expect(near?.loss(a: 0.5, b: -0.5) == wide?.loss(a: 0.5, b: -0.5))
  }

  @Test("The coarse picture comes before the curvature, and that before the fine one")
  func order() {
    var landscape = Landscape(trainedSession())
    var stages: [String] = []
    while !landscape.isFinished {
      landscape.advance()
      let stage =
        "\(landscape.surface?.stride ?? 0 > 0) \(landscape.curvature.isFinished)"
      if stages.last != stage { stages.append(stage) }
    }
    #expect(stages.last == "true true")
    #expect(!stages.contains("false true"))
  }

  @Test("Equal landscapes are equal to the bit; a picture at once and in pieces is the same")
  func determinism() {
    let session = trainedSession()
    for directions in [Landscape.Settings.Directions.random(1), .principal] {
      let one = finished(Landscape(session, settings(directions)))
      let other = finished(Landscape(session, settings(directions)))
      #expect(one.surface?.losses == other.surface?.losses)
      #expect(one.curvature.largest == other.curvature.largest)
    }
    let pairs = (0..<3).map { finished(Landscape(session, settings(.random($0)))) }
    #expect(Set(pairs.map { $0.surface?.losses ?? [] }).count == 3)
    #expect(Set(pairs.map { $0.curvature.largest }).count == 1)
  }

  @Test("The run is found on the plane of its principal directions, its start and its end")
  func path() throws {
    var session = Session(smallPreset())
    let still = finished(Landscape(session, settings(.principal)))
    #expect(still.lacksDirections && still.surface == nil && still.curvature.isFinished)
    session.advance(steps: 300)
    let landscape = finished(Landscape(session, settings(.principal)))
    let now = try #require(landscape.place(of: session.trainer.network.parameters))
    #expect(now.a == 0 && now.b == 0 && now.outside == 0 && now.distance == 0)
    let start = try #require(landscape.place(of: session.path.entries[0].parameters))
    #expect(start.a < 0 && abs(start.a) <= 1 && abs(start.b) <= 1)
    let variance = try #require(landscape.surface?.directions.variance)
    #expect(variance.first >= variance.second && variance.second >= 0)
    #expect(variance.first + variance.second <= 1 + 1e-9 && variance.first > 0.5)
    #expect(landscape.place(of: [1, 2]) == nil)
  }

  @Test("It knows when the session has gone on, and when it has another shape")
  func staleness() {
    var session = trainedSession()
    let landscape = finished(Landscape(session))
    #expect(landscape.isCurrent(in: session) && landscape.fits(session))
    session.apply(.set(key: "training.rate", value: "0.1"))
    #expect(landscape.isCurrent(in: session))
    for change in [
      Action.set(key: "training.loss", value: "huber"), .set(key: "training.l2", value: "0.1"),
      .freeze(index: 0), .killUnit(level: 0, unit: 0), .newData,
    ] {
      var other = session
      other.apply(change)
      #expect(!landscape.isCurrent(in: other) && landscape.fits(other), "\(change)")
    }
    session.advance(steps: 1)
    #expect(!landscape.isCurrent(in: session) && landscape.fits(session))
    session.apply(.addUnit(layer: 0))
    #expect(!landscape.fits(session))
  }

  @Test("A curvature that is known is taken over, one of other weights is not")
  func reuse() {
    var session = trainedSession()
    let first = finished(Landscape(session))
    let second = Landscape(session, settings(.random(2), .test), after: first)
    #expect(second.curvature.isFinished && second.curvature.largest == first.curvature.largest)
    session.advance(steps: 1)
    #expect(!Landscape(session, settings(), after: first).curvature.isFinished)
  }

  @Test("Networks and shares without anything to look at end as well")
  func edges() {
    let noTest = trainedSession { $0.data.training = 90 }
    #expect(finished(Landscape(noTest, settings(.random(0), .validation))).surface?.range == nil)
    var noInput = trainedSession()
    noInput.apply(.toggleFeature(.x1))
    noInput.apply(.toggleFeature(.x2))
    #expect(noInput.preset.features.isEmpty)
    _ = finished(Landscape(noInput))
    var frozen = trainedSession()
    for level in 0...2 { frozen.apply(.freezeLayer(level: level)) }
    let landscape = finished(Landscape(frozen))
    #expect(landscape.curvature.largest.isNaN)
  }

  @Test("The curvature over the epochs: each that of its weights, the ends first, known ones kept")
  func sharpness() throws {
    var session = Session(smallPreset())
    session.advance(steps: 99)
    let history = finished(SharpnessHistory(session))
    #expect(history.entries.map(\.epoch) == session.path.entries.map(\.epoch))
    let last = try #require(history.entries.last)
    #expect(last.largest == finished(Landscape(session)).curvature.largest)
    #expect(history.isCurrent(in: session))
    session.advance(steps: 3)
    #expect(!history.isCurrent(in: session) && history.fits(session))
    var next = SharpnessHistory(session, after: history)
    #expect(next.entries == history.entries)
    next = finished(next)
    #expect(next.entries == finished(SharpnessHistory(session)).entries)
    session.apply(.newWeights)
    #expect(!history.fits(session))
    #expect(SharpnessHistory.spread(0) == [] && SharpnessHistory.spread(1) == [0])
    #expect(SharpnessHistory.spread(5) == [4, 0, 2, 1, 3])
    for count in 0..<70 {
      #expect(SharpnessHistory.spread(count).sorted() == Array(0..<count))
    }
  }
}
