import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

@Suite("Points by hand in a session")
struct PointTests {
  @Test("The first edit keeps points, shares, weights and the epoch; the new point is learned")
  func firstEdit() throws {
    var session = trainedSession { $0.data.validation = 20 }
    let before = session
    let outcome = session.apply(.addPoints([Example(1, -2, label: 1)], share: .training))
    #expect(
      outcome == Outcome(effect: .keptWeights, message: "Added 1 point; the weights stay."))
    #expect(session.preset.data.recipe == "points" && session.isChanged)
    #expect(session.dataset.training == before.dataset.training + [Example(1, -2, label: 1)])
    #expect(session.dataset.validation == before.dataset.validation)
    #expect(session.dataset.test == before.dataset.test)
    #expect(session.trainer.network.parameters == before.trainer.network.parameters)
    #expect(session.trainer.stepCount == 20 && session.trainer.samples.count == 31)
    #expect(session.trainer.position == before.trainer.position)
    let left = session.trainer.stepsLeftInEpoch
    session.advance(steps: left)
    #expect(session.trainer.epochCount == before.trainer.epochCount + 1)
  }

  @Test("Points are counted through training, validation and test")
  func places() {
    var session = trainedSession { $0.data.validation = 20 }
    let all = session.dataset.allPoints
    let (training, validation) = (session.dataset.training, session.dataset.validation)
    session.apply(.erasePoints(at: [2, training.count + 1, all.count - 1]))
    #expect(session.dataset.training == training.filter { $0 != training[2] })
    #expect(session.dataset.validation == validation.filter { $0 != validation[1] })
    #expect(session.dataset.test.count == 17)
    session.apply(.relabelPoints(at: [0], label: 1 - training[0].label))
    #expect(session.dataset.training[0].label == 1 - training[0].label)
  }

  @Test("Taking away what is left of an epoch ends it")
  func shortEpoch() {
    var session = trainedSession()
    #expect(session.trainer.position == 20 && session.dataset.training.count == 30)
    let epoch = session.trainer.epochCount
    // Of 30 in shuffled order 20 are used; with 25 gone the rest depends on the order alone.
    session.apply(.erasePoints(at: Array(0..<25)))
    #expect(session.trainer.samples.count == 5)
    #expect(
      session.trainer.position < 5 && (epoch...(epoch + 1)).contains(session.trainer.epochCount))
    session.advance(steps: 30)
    #expect(session.trainer.divergence == nil)
    session.apply(.erasePoints(at: [0, 1, 2, 3]))
    #expect(
      session.apply(.erasePoints(at: [0]))
        == Outcome(
          effect: .refused, message: "Training needs at least one point; the last one stays."))
  }

  private func order(_ session: Session) -> [Int] {
    session.trainer.state.tensors.first { $0.name == "trainer.order" }?.integers ?? []
  }

  @Test("What is left of an epoch is exactly the points that it had not used yet, and new ones")
  func restOfEpoch() {
    let start = trainedSession()
    let used = Array(order(start).prefix(20))
    let rest = Array(order(start).suffix(10))
    // One that was used goes, and one that was not.
    var session = start
    let training = session.dataset.training
    session.apply(.erasePoints(at: [used[3], rest[4]]))
    session.apply(.addPoints([Example(1, 2, label: 0)], share: .training))
    #expect(session.trainer.position == 19)
    let left = order(session).suffix(10).map { session.dataset.training[$0] }
    #expect(
      left == rest.filter { $0 != rest[4] }.map { training[$0] } + [Example(1, 2, label: 0)])
    // Of the epoch nothing is left: it is over, and its losses are noted.
    var over = start
    over.apply(.erasePoints(at: rest))
    #expect(over.trainer.position == 0 && over.trainer.epochCount == 7)
    #expect(over.history.entries.last?.epoch == 7)
  }

  @Test("A new class has an output of its own, whatever the loss; hidden weights stay")
  func growing() throws {
    for loss in Preset.LossChoice.allCases {
      var session = trainedSession { $0.training.loss = loss }
      let hidden = session.trainer.network.levels[0].parameters
      let before = Array(session.trainer.network.parameters[hidden])
      let outcome = session.apply(.addPoints([Example(5, 5, label: 2)], share: .training))
      #expect(outcome.effect == .keptWeights)
      #expect(session.preset.problem == .classification(classes: 3))
      #expect(session.trainer.network.spec.outputCount == 3)
      #expect(Array(session.trainer.network.parameters[hidden]) == before)
      session.advance(steps: 40)
      #expect(session.trainer.divergence == nil)
      session.apply(.addPoints([Example(-5, 5, label: 9)], share: .test))
      #expect(session.preset.problem == .classification(classes: 10))
      #expect(
        session.apply(.addPoints([Example(0, 0, label: 10)], share: .test)).effect == .refused)
    }
  }

  @Test(
    "Asking for other shares splits drawn points like any others; another set and back keeps them")
  func others() {
    var session = trainedSession()
    session.apply(.erasePoints(at: [0]))
    let drawn = session.dataset
    session.apply(.set(key: "data.set", value: "xor"))
    session.apply(.set(key: "data.set", value: "points"))
    #expect(session.dataset == drawn)
    session.apply(.set(key: "data.training", value: "70"))
    #expect(session.dataset.training.count == 41 && session.dataset.test.count == 18)
    #expect(session.apply(.set(key: "data.noise", value: "10")).effect == .refused)
    #expect(session.apply(.set(key: "data.samples", value: "50")).effect == .refused)
  }

  @Test("Edits of a table keep its names; the CSV has its own values")
  func tables() throws {
    var session = trainedSession { $0.data.recipe = "iris" }
    session.apply(.addPoints([Example(0, 0, label: 3)], share: .validation))
    #expect(session.dataset.classNames == ["setosa", "versicolor", "virginica", "3"])
    let table = try CSV.table(session.pointsCSV())
    #expect(
      table.columns.map(\.name) == ["petal_length_cm", "petal_width_cm", "species", "share"])
    #expect(table.rowCount == 61)
    let lengths = try #require(table.column("petal_length_cm")?.numbers)
    let iris = try #require(TableCatalogue.named("iris")?.table.column("petal_length_cm")?.numbers)
    // All but the drawn point are measurements again, to single precision.
    let wrong = lengths.filter { length in !iris.contains { abs($0 - length) < 1e-5 } }
    #expect(wrong.count <= 1)
  }

  @Test("The CSV of a recipe has the points as they are")
  func plainCSV() throws {
    let session = Session(smallPreset())
    let table = try CSV.table(session.pointsCSV())
    #expect(table.columns.map(\.name) == ["x1", "x2", "class", "share"])
    let points = session.dataset.allPoints
    #expect(table.column("x1")?.numbers?.map { Float($0) } == points.map(\.x1))
    #expect(table.column("class")?.numbers?.map { Float($0) } == points.map(\.label))
    let wave = Session(smallPreset { $0.data.recipe = "wave" })
    #expect(wave.pointsCSV().hasPrefix("x1,label,share\n"))
  }

  @Test(
    "Points written as CSV are the same points again: places, labels, target and shares",
    arguments: ["circle", "blobs", "iris", "plane", "wave"])
  func reopened(_ name: String) throws {
    let session = Session(
      smallPreset {
        $0.data.recipe = name
        $0.data.validation = 20
      })
    let table = try CSV.table(session.pointsCSV())
    let preset = try Preset(TableFile(path: "w.csv", table: table))
    let (before, after) = (session.dataset, preset.dataset)
    #expect(preset.data.recipe == "points" && preset.problem == before.problem)
    #expect(after.target.name == before.target.name)
    #expect(after.isOneDimensional == before.isOneDimensional)
    #expect(Set(after.classNames) == Set(before.classNames))
    for share in Dataset.Share.allCases {
      #expect(after[share].count == before[share].count)
      // Columns of a table are fitted to what is there.
      if name != "iris" { #expect(after[share] == before[share]) }
      #expect(
        after[share].map { after.classNames.isEmpty ? "" : after.classNames[Int($0.label)] }
          == before[share].map { before.classNames.isEmpty ? "" : before.classNames[Int($0.label)] }
      )
    }
    #expect(
      Session(preset).pointsCSV().split(separator: "\n").first
        == session.pointsCSV().split(separator: "\n").first)
    #expect(try Preset(texts: preset.texts) == preset)
  }

  @Test("A curve has every unit's values where the map's middle row has them")
  func curve() {
    let session = trainedSession { $0.features = [.x1, .sineX1, .x2] }
    let (curve, fields) = (session.curve(count: 9), session.fields(width: 9, height: 1))
    #expect(curve.levels == fields.levels && curve.inputs == fields.inputs)
    #expect(curve.x1 == curve.inputs[0])
    #expect(session.curve(count: 0).x1.isEmpty)
  }

  @Test("A curve's data take x₁ alone, and the plane brings x₂ back")
  func oneDimension() {
    var session = trainedSession()
    session.apply(.set(key: "data.set", value: "wave"))
    #expect(session.preset.features == [.x1] && session.dataset.isOneDimensional)
    session.apply(.addPoints([Example(1, 4, label: 0.5)], share: .training))
    #expect(session.dataset.training.last == Example(1, 0, label: 0.5))
    session.apply(.set(key: "data.set", value: "circle"))
    #expect(session.preset.features == [.x1, .x2])
  }

  @Test("A formula is an input while it has a value at every point, four at most")
  func formulas() throws {
    var session = trainedSession()
    #expect(session.apply(.toggleFeature(try Feature("x1*x2^2"))).effect == .keptWeights)
    session.advance(steps: 10)
    let refused = session.apply(.set(key: "features", value: "x1,log(x1)"))
    #expect(refused.effect == .refused)
    #expect(
      refused.message.hasPrefix(
        "log(x1): expected a finite value at every point, and it has none at point "))
    for text in ["x1^3", "x2^3", "tanh(x1)"] {
      session.apply(.toggleFeature(try Feature(text)))
    }
    #expect(
      session.apply(.toggleFeature(try Feature("abs(x1)"))).message
        == "There are at most 4 formulas.")
    #expect(session.apply(.toggleFeature(try Feature("x1^3"))).effect == .keptWeights)
    #expect(session.preset.features.map(\.rawValue) == ["x1", "x2", "x1*x2^2", "x2^3", "tanh(x1)"])
  }
}
