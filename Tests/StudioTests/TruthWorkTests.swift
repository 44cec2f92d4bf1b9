import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

@Suite("The truth of a session's data, worked out piece by piece")
struct TruthWorkTests {
  private func session(
    _ recipe: any Recipe.Type, noise: Double = 25, _ change: (inout Preset) -> Void = { _ in }
  ) -> Session {
    var preset = Preset()
    preset.data.recipe = recipe.name
    preset.data.noise = noise
    preset.data.validation = 10
    change(&preset)
    return Session(preset)
  }

  private func finished(_ work: TruthWork) -> TruthWork {
    var work = work
    while !work.isFinished { work.advance() }
    return work
  }

  @Test("It ends with what the truth itself says", arguments: RecipeCatalogue.all)
  func result(_ recipe: any Recipe.Type) throws {
    let session = session(recipe)
    var work = TruthWork(session)
    var last = -1.0
    while !work.isFinished {
      #expect(work.progress >= last && work.progress <= 1)
      last = work.progress
      work.advance()
    }
    #expect(work.progress == 1 && work.fits(session) && work.isKnown)
    #expect(work.least == session.preset.truth.leastLoss)
    let again = work
    work.advance()
    #expect(work.least == again.least && work.fields == again.fields)
    let side = TruthWork.side
    #expect(work.fields.allSatisfy { $0.count == side * side && $0.allSatisfy(\.isFinite) })
    for index in stride(from: 0, to: side * side, by: 97) {
      let x1 = -6 + 12 * (Double(index % side) + 0.5) / Double(side)
      let x2 = 6 - 12 * (Double(index / side) + 0.5) / Double(side)
      switch session.preset.truth {
      case .classes(let truth):
        let best = truth.bestClass(x1, x2)
        if work.fields.count == 1 {
          #expect((work.fields[0][index] > 0) == (best == 1))
        } else {
          #expect(work.fields[best][index] >= 0)
        }
      case .numbers(let truth): #expect(work.fields[0][index] == Float(truth.mean(x1, x2)))
      case .unknown: Issue.record("\(recipe.name)")
      }
    }
  }

  @Test("Each point has its mark, and shares their counts", arguments: RecipeCatalogue.all)
  func points(_ recipe: any Recipe.Type) {
    let session = session(recipe, noise: 50)
    guard case .classes(let truth) = session.preset.truth else { return }
    let work = finished(TruthWork(session))
    for share in Dataset.Share.allCases {
      let points = session.dataset[share]
      let flipped = points.map { truth.isFlipped($0) }
      #expect(points.indices.map { work.isFlipped(share, $0) } == flipped)
      #expect(work.flippedCount(in: share) == flipped.count { $0 })
      let missed = Double(points.count { truth.isMissed($0) }) / Double(points.count)
      #expect(work.missedShare(of: share) == missed)
      #expect(!work.isFlipped(share, -1) && !work.isFlipped(share, points.count))
    }
    #expect(work.flippedCount(in: .training) > 0)
  }

  @Test("New points of the same kind keep the picture, another noise does not")
  func reuse() {
    var session = session(Moons.self)
    let work = finished(TruthWork(session))
    session.apply(.newData)
    #expect(!work.fits(session))
    let next = TruthWork(session, reusing: work)
    #expect(next.fits(session) && next.fields == work.fields && !next.isFinished)
    #expect(finished(next).least == work.least)
    session.apply(.set(key: "data.noise", value: "30"))
    let anew = TruthWork(session, reusing: work)
    #expect(anew.fields[0].allSatisfy { $0.isNaN })
  }

  @Test("Of measured and of drawn points nothing is known, and that is soon done")
  func unknown() {
    var iris = Preset()
    iris.data.recipe = "iris"
    var drawn = Preset()
    drawn.data.recipe = DataSource.pointsName
    drawn.data.points = PointSet(
      [.init(Example(1, 1, label: 1)), .init(Example(-1, -1, label: 0))],
      problem: .classification(classes: 2))
    for preset in [iris, drawn] {
      #expect(!preset.hasTruth)
      let work = TruthWork(Session(preset))
      #expect(work.isFinished && !work.isKnown && work.progress == 1 && work.fields.isEmpty)
      guard case .unknown(let reason) = preset.truth else {
        Issue.record("\(preset.data.recipe)")
        continue
      }
      #expect(reason.hasSuffix("."))
    }
    #expect(RecipeCatalogue.all.allSatisfy { session($0).preset.hasTruth })
  }

  @Test("The least loss is that of the loss in use")
  func losses() {
    var least = LeastLoss()
    least.error = 0.1
    least.crossEntropy = 0.3
    least.squaredError = 0.4
    var preset = Preset()
    func loss(_ choice: Preset.LossChoice, _ recipe: String = "circle") -> Double? {
      preset.data.recipe = recipe
      preset.training.loss = choice
      return least.loss(of: preset.objective)
    }
    #expect(loss(.halfSquaredError) == 0.2 && loss(.meanSquaredError) == 0.4)
    #expect(loss(.crossEntropy) == 0.3 && loss(.hinge) == 0.2 && loss(.meanAbsoluteError) == 0.2)
    #expect(loss(.huber) == nil)
    // Three outputs: the mean is over them.
    #expect(loss(.meanSquaredError, "blobs") == 0.4 / 3 && loss(.halfSquaredError, "blobs") == 0.2)
    #expect(loss(.crossEntropy, "blobs") == 0.3 && loss(.hinge, "blobs") == nil)
    #expect(loss(.halfSquaredError, "plane") == 0.2 && loss(.meanAbsoluteError, "plane") == nil)
  }

  @Test("No trained network errs less often than the best rule", arguments: RecipeCatalogue.all)
  func bound(_ recipe: any Recipe.Type) {
    for (loss, hidden) in [(Preset.LossChoice.crossEntropy, [8, 8]), (.halfSquaredError, [4])] {
      var session = session(recipe, noise: 30) {
        $0.training.loss = loss
        $0.network.hidden = hidden
        $0.network.fitLayers()
        $0.features = [.x1, .x2]
      }
      session.advance(steps: 40 * session.trainer.stepsPerEpoch)
      let least = session.preset.truth.leastLoss
      // Points that nobody has seen, many times as many as the session has.
      var (errors, losses, count) = (0.0, 0.0, 0.0)
      var squares = 0.0
      for seed in UInt64(100)..<120 {
        var fresh = session.preset
        fresh.data.seed = seed
        let samples = session.preset.samples(fresh.dataset.allPoints, standardizedBy: nil)
        let found = session.trainer.network.evaluate(samples, loss: session.preset.objective.loss)
        let points = Double(samples.count)
        errors += (1 - found.accuracy) * points
        losses += found.loss * points
        squares += found.loss * found.loss
        count += points
      }
      if session.preset.problem != .regression {
        let spread = (least.error * (1 - least.error) / count).squareRoot()
        #expect(errors / count > least.error - 4 * spread - 1e-4, "\(hidden)")
      }
      if let bound = least.loss(of: session.preset.objective) {
        // The spread of the twenty means says how well their mean is known.
        let mean = losses / count
        let spread = (max(0, squares / 20 - mean * mean) / 20).squareRoot()
        #expect(mean > bound - 4 * spread - 1e-4, "\(hidden)")
      }
    }
  }
}
