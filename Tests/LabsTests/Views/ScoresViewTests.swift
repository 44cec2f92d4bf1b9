import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

/// What a view can see of a session.
func scene(_ session: Session, isFocused: Bool = true, part: NetworkPart? = nil) -> Scene {
  Scene(session: session, evaluations: Evaluations(session), part: part, isFocused: isFocused)
}

/// A view alone on a canvas of a size.
func drawn(
  _ view: some RunView, _ session: Session, _ width: Int, _ height: Int,
  _ capabilities: Capabilities = .full, part: NetworkPart? = nil, isFocused: Bool = true
) -> Canvas {
  var canvas = Canvas(
    size: Size(width: width, height: height), capabilities: capabilities, collectsHotspots: true)
  view.draw(
    scene(session, isFocused: isFocused, part: part), in: canvas.bounds, on: &canvas)
  return canvas
}

private func special(_ name: String) throws -> Session {
  try #require(specialSessions.first { $0.name == name }).session
}

/// The circle after a little training, when neither curve is perfect.
private let half: Session = {
  var preset = Preset()
  preset.data.noise = 50
  var session = Session(preset)
  session.advance(steps: 300)
  return session
}()

/// The first place in a canvas that answers with a target.
private func place(_ canvas: Canvas, _ matches: (ScoresSpot) -> Bool) -> Rectangle? {
  canvas.hotspots.last { ($0.target as? ScoresSpot).map(matches) ?? false }?.area
}

@Suite struct ScoresViewTests {
  @Test func numbersAreThoseOfTheEngine() throws {
    let text = picture(drawn(ScoresView(), half, 160, 44))
    let scores = try #require(half.scores(ofClass: 1, in: .test))
    let metrics = scores.metrics(threshold: 0.5)
    for expected in [
      "AUC \(format(try #require(scores.rocCurve).area, decimals: 3))",
      "AP \(format(try #require(scores.precisionRecallCurve).averagePrecision, decimals: 3))",
      "ECE \(format(try #require(scores.calibration()).expectedError, decimals: 3))",
      "Brier \(format(try #require(scores.calibration()).brierScore, decimals: 3))",
      "TP \(metrics.truePositives)  FP \(metrics.falsePositives)  FN \(metrics.falseNegatives)",
      "precision \(format(metrics.precision, decimals: 3))",
      "specificity \(format(metrics.specificity, decimals: 3))",
      format(half.testEvaluation.loss, decimals: 4),
    ] {
      #expect(text.contains(expected), "\(expected)")
    }
    // The matrix at the usual threshold is the engine's own.
    let matrix = try #require(half.classificationMetrics(of: .test)).confusion
    #expect(ScoresView().subject(half).confusion(of: .test) == matrix)
  }

  @Test func nGoesThroughThePagesAndBack() {
    var view = ScoresView()
    var titles: [String] = []
    for _ in 0..<4 {
      titles.append(view.title(scene(half)))
      _ = view.handle(.nextOption, scene(half))
    }
    #expect(
      titles == [
        "Scores · Overview", "Scores · ROC", "Scores · Precision-recall", "Scores · Calibration",
      ])
    #expect(view.page == 0)
    _ = view.handle(.previousOption, scene(half))
    #expect(view.page == 3)
  }

  @Test func arrowsMoveTheThresholdBetween0And1() {
    var view = ScoresView()
    _ = view.handle(.increase, scene(half))
    #expect(view.threshold == 0.52)
    for _ in 0..<60 { _ = view.handle(.increase, scene(half)) }
    #expect(view.threshold == 1)
    for _ in 0..<90 { _ = view.handle(.decrease, scene(half)) }
    #expect(view.threshold == 0)
    // From 0 on everything is called: all positives are found, no negative is left alone.
    let text = picture(drawn(view, half, 78, 17))
    #expect(text.contains("FN 0  TN 0"))
    #expect(text.contains("recall 1.000  specificity 0.000"))
  }

  @Test func upAndDownGoThroughSharesWithPoints() throws {
    var view = ScoresView()
    #expect(view.subject(half).share == .test)
    _ = view.handle(.selectDown, scene(half))
    #expect(view.subject(half).share == .training)
    _ = view.handle(.selectUp, scene(half))
    #expect(view.subject(half).share == .test)
    // A session without test points has something to show as well.
    let without = try special("no test points")
    #expect(view.subject(without).share == .training)
    _ = view.handle(.selectDown, scene(without))
    #expect(view.subject(without).share == .validation)
    #expect(view.note(scene(without)).hasSuffix("validation points"))
  }

  @Test func enterChoosesTheClassThatIsToldFromTheRest() throws {
    var view = ScoresView()
    let six = try special("six classes")
    #expect(view.subject(six).classIndex == 0)
    for _ in 0..<2 { _ = view.handle(.activate, scene(six)) }
    let text = picture(drawn(view, six, 78, 17))
    let metrics = try #require(six.scores(ofClass: 2, in: .test)).metrics(threshold: 0.5)
    #expect(text.contains("TP \(metrics.truePositives)  FP \(metrics.falsePositives) "))
    // Two classes have but two.
    #expect(view.subject(half).classIndex == 1)
    // With the other class of one output, the matrix stays as it is.
    _ = view.handle(.activate, scene(half))
    let other = view.subject(half)
    #expect(other.classIndex == 0)
    let matrix = try #require(half.classificationMetrics(of: .test)).confusion
    #expect(other.confusion(of: .test) == matrix)
  }

  @Test func aDragAlongTheCurveTakesTheNearestThreshold() throws {
    var view = ScoresView()
    _ = view.handle(.nextOption, scene(half))
    let canvas = drawn(view, half, 38, 19)
    let cells = try #require(
      place(canvas) { if case .curve(.roc, _) = $0 { true } else { false } })
    let corner = Point(x: cells.x, y: cells.maxY - 1)
    let target = try #require(canvas.hotspot(at: corner)?.target)
    _ = view.point(MouseEvent(.press, button: .left, at: corner), target, scene(half))
    // The lower left end of the curve: hardly anything is called.
    let low = try #require(half.scores(ofClass: 1, in: .test)).metrics(threshold: view.threshold)
    #expect(low.recall < 0.2 && low.specificity > 0.9)
    // The target is kept while the button is held.
    let end = Point(x: cells.maxX - 1, y: cells.y)
    _ = view.point(MouseEvent(.drag, button: .left, at: end), target, scene(half))
    let high = try #require(half.scores(ofClass: 1, in: .test)).metrics(threshold: view.threshold)
    #expect(high.recall == 1)
    #expect(high.specificity < 0.1)
  }

  @Test func sliderWheelAndNamesAnswerToTheMouse() throws {
    var view = ScoresView()
    let canvas = drawn(view, half, 78, 17)
    let slider = try #require(place(canvas) { if case .slider = $0 { true } else { false } })
    let end = Point(x: slider.maxX - 1, y: slider.y)
    let target = try #require(canvas.hotspot(at: end)?.target)
    _ = view.point(MouseEvent(.press, button: .left, at: end), target, scene(half))
    #expect(view.threshold == 1)
    _ = view.point(MouseEvent(.wheelDown, button: .none, at: end), target, scene(half))
    #expect(view.threshold == 0.98)
    let name = try #require(place(canvas) { $0 == .share(.training) })
    let event = MouseEvent(.press, button: .left, at: Point(x: name.x, y: name.y))
    _ = view.point(event, ScoresSpot.share(.training), scene(half))
    #expect(view.subject(half).share == .training)
    _ = view.point(event, ScoresSpot.page(.calibration), scene(half))
    #expect(view.current(half) == .calibration)
    #expect(view.point(event, Target.view(0), scene(half)) == nil)
  }

  @Test func regressionShowsResiduals() throws {
    var view = ScoresView()
    let session = try special("regression")
    let metrics = try #require(session.regressionMetrics(of: .test))
    for page in ["Predicted and true", "Residuals", "Histogram"] {
      let text = picture(drawn(view, session, 38, 19))
      #expect(text.contains(page))
      #expect(text.contains(tabular(metrics.rootMeanSquaredError)))
      #expect(text.contains(tabular(metrics.determination)))
      _ = view.handle(.nextOption, scene(session))
    }
    _ = view.handle(.increase, scene(session))
    #expect(view.barCount == 18)
    #expect(view.handle(.activate, scene(session))?.notice?.contains("no classes") == true)
    let residuals = try #require(session.residuals(of: .test)).values
    #expect(ScoresResiduals.bars(residuals, count: 18).counts.reduce(0, +) == residuals.count)
  }

  @Test(arguments: allCapabilities)
  func drawsEverySessionAtAnySizeAndNothingOutside(_ capabilities: Capabilities) {
    for (name, session) in specialSessions {
      var view = ScoresView()
      for _ in 0..<4 {
        for (width, height) in [(0, 0), (1, 1), (13, 4), (38, 19), (50, 24), (78, 17), (80, 44)] {
          var canvas = Canvas(
            size: Size(width: width + 2, height: height + 2), capabilities: capabilities)
          let inner = Rectangle(x: 1, y: 1, width: width, height: height)
          view.draw(scene(session), in: inner, on: &canvas)
          for y in 0..<height + 2 {
            for x in 0..<width + 2 where !inner.contains(Point(x: x, y: y)) {
              #expect(canvas[x, y] == .blank, "\(name) at \(width)×\(height)")
            }
          }
          if capabilities.glyphs == .ascii {
            #expect(!picture(canvas).contains("?"), "\(name)")
          }
        }
        #expect(columnWidth(view.describe(scene(session))) <= 78)
        _ = view.handle(.nextOption, scene(session))
      }
    }
  }

  @Test func whatHasNoCurveSaysWhy() throws {
    let diverged = try special("diverged")
    #expect(picture(drawn(ScoresView(), diverged, 78, 17)).contains("Training stopped in epoch"))
    func words(_ probabilities: [Double], _ isPositive: [Bool]) -> String {
      var canvas = blank(60, 9)
      ScoresCurves(
        ClassScores(probabilities: probabilities, isPositive: isPositive), on: .roc,
        threshold: 0.5, className: "b"
      ).draw(in: canvas.bounds, on: &canvas)
      return picture(canvas)
    }
    #expect(words([], []).contains("There are no points."))
    #expect(words([.nan, 1], [true, false]).contains("not a number"))
    #expect(words([0.5], [false]).contains("None of these points is of class b"))
    #expect(words([0.5], [true]).contains("All of these points are of class b"))
  }
}
