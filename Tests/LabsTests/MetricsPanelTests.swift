import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

/// The lines of the metrics of a session in a panel of a size.
private func lines(_ session: Session, _ width: Int = 63, _ height: Int = 11) -> [String] {
  var canvas = blank(width, height)
  MetricsPanel(session: session, now: Evaluations(session)).draw(in: canvas.bounds, on: &canvas)
  return picture(canvas).split(separator: "\n").map(String.init)
}

/// The words of the last line that begins with a name.
private func row(_ name: String, _ lines: [String]) -> [String] {
  let rows = lines.map { $0.split(separator: " ").map(String.init) }
  return rows.last { $0.count > 2 && $0[1] == name && $0[2] != "points:" } ?? []
}

private func special(_ name: String) throws -> Session {
  try #require(specialSessions.first { $0.name == name }).session
}

@Suite struct MetricsPanelTests {
  @Test func twoClassesHaveTheNumbersOfThePositiveOne() throws {
    var session = Session(Preset())
    session.advance(steps: 500)
    let metrics = try #require(session.classificationMetrics(of: .test))
    let matrix = metrics.confusion
    let expected = [
      "│", "test", format(session.testEvaluation.loss, decimals: 4),
      format(100 * matrix.accuracy, decimals: 1), format(matrix.precision(of: 1), decimals: 3),
      format(matrix.recall(of: 1), decimals: 3), format(matrix.f1(of: 1), decimals: 3),
      format(metrics.roc?.area ?? .nan, decimals: 3), "│",
    ]
    let text = lines(session)
    #expect(text[0].contains("precision, recall, F1: class + (●)"))
    #expect(row("test", text) == expected)
    let gap = session.testEvaluation.loss - session.trainingEvaluation.loss
    #expect(row("gap", text).dropFirst(2).first == tabular(gap))
    #expect(text.contains { $0.contains("test points: rows true, columns predicted") })
    let counts = matrix.counts
    let negative = row("○", text).dropFirst(3).prefix(2)
    #expect(negative.first == "[\(counts[0][0])]")
    #expect(negative.last == (counts[0][1] == 0 ? "·" : "\(counts[0][1])"))
    #expect(row("●", text).dropFirst(4).first == "[\(counts[1][1])]")
  }

  @Test func moreClassesHaveTheMeanOfAllAndAMatrixBesideTheTable() throws {
    let session = try special("six classes")
    let matrix = try #require(session.classificationMetrics(of: .validation)).confusion
    let text = lines(session)
    #expect(text[0].contains("mean of the classes"))
    #expect(!text.contains { $0.contains("AUC") || $0.contains("not shown") })
    #expect(
      row("valid", text).dropFirst(3).prefix(4) == [
        format(100 * matrix.accuracy, decimals: 1), format(matrix.macroPrecision, decimals: 3),
        format(matrix.macroRecall, decimals: 3), format(matrix.macroF1, decimals: 3),
      ])
    #expect(text[2].contains("○") && text[2].contains("✚"))
  }

  @Test func withoutTestPointsTheTrainingPointsAreCounted() throws {
    let text = lines(try special("no test points"))
    #expect(row("test", text).isEmpty && row("gap", text).isEmpty)
    #expect(!row("validation", text).isEmpty)
    #expect(text.contains { $0.contains("training points: rows true, columns predicted") })
  }

  @Test func regressionHasErrorsAndR²() throws {
    let session = try special("regression")
    let metrics = try #require(session.regressionMetrics(of: .test))
    let text = lines(session)
    #expect(text[1].contains("RMSE") && text[1].contains("R²"))
    #expect(
      row("test", text) == [
        "│", "test", tabular(session.testEvaluation.loss), tabular(metrics.rootMeanSquaredError),
        tabular(metrics.meanAbsoluteError), tabular(metrics.determination), "│",
      ])
    #expect(!text.contains { $0.contains("acc") })
    let penalized = session.trainingEvaluation.loss + session.penalty
    #expect(text.contains { $0.contains("+ penalty") && $0.contains(tabular(penalized)) })
  }

  @Test func whatHasNoAnswerHasAColumn() throws {
    let diverged = lines(try special("diverged"), 143, 16)
    #expect(diverged[2].contains("none"))
    #expect(!lines(Session(Preset()), 143, 16)[2].contains("none"))
  }

  @Test func aSmallPlaceSaysWhatIsCut() throws {
    let text = lines(Session(Preset()), 40, 7)
    #expect(text[6].contains("not shown: AUC, confusion matrix"))
    #expect(row("gap", text).count > 2)
    let most = lines(try special("six classes"), 40, 5)
    #expect(!row("train", most).isEmpty && !row("test", most).isEmpty)
    #expect(most[4].contains("cut: validation, gap, confusion m…"))
  }

  @Test func columnsKeepTheirPlacesInTraining() {
    var session = Session(Preset())
    var places: Set<[Int]> = []
    for _ in 0..<20 {
      session.advance(steps: 50)
      let line = Array(lines(session)[3])
      places.insert(line.indices.dropLast().filter { line[$0] != " " && line[$0 + 1] == " " })
    }
    #expect(places.count == 1)
  }

  @Test(arguments: [
    (0.5, "0.5000"), (0.00012, "1.2e-4"), (-0.01, "-0.0100"), (123.45, "123.5"), (12_345, "12 345"),
    (1e6, "1.0e6"), (0, "0.0000"), (.nan, "–"), (.infinity, "inf"), (-2e44, "-2.0e44"),
  ])
  func numbersFitTheirColumns(_ number: Double, _ text: String) {
    #expect(tabular(number) == text)
    #expect(columnWidth(text) <= 7)
  }
}
