import Datasets
import Engine
import Lessons
import Studio
import Testing

@Suite("Shares of the points in a session")
struct SharesTests {
  @Test("Shares of more than everything are refused, whichever is raised; none gives way")
  func tooMuch() {
    for (key, title) in [("data.training", "training"), ("data.validation", "validation")] {
      var session = trainedSession {
        $0.data.training = 60
        $0.data.validation = 40
      }
      let before = Snapshot(session)
      let outcome = session.apply(.set(key: key, value: "61"))
      #expect(outcome.effect == .refused)
      #expect(
        outcome.message
          == "\(title): expected data.training and data.validation up to 100 % together.")
      #expect(Snapshot(session) == before)
    }
  }

  @Test(
    "Points held back for validation leave training as it is, to the bit, standardised or not",
    arguments: [false, true])
  func validationIsUnseen(_ standardizes: Bool) {
    let plain = trainedSession { $0.data.standardizes = standardizes }
    let other = trainedSession {
      $0.data.standardizes = standardizes
      $0.data.validation = 30
    }
    #expect(plain.trainer.network.parameters == other.trainer.network.parameters)
    #expect(other.dataset.validation.count == 18 && other.dataset.test.count == 12)
  }

  @Test("Each share has its metrics, and their accuracy is the evaluation's")
  func classification() throws {
    for recipe in ["circle", "blobs"] {
      for loss in Preset.LossChoice.allCases {
        let session = trainedSession {
          $0.data.recipe = recipe
          $0.data.validation = 20
          $0.data.standardizes = true
          $0.training.loss = loss
        }
        let evaluations = [
          session.trainingEvaluation, session.validationEvaluation, session.testEvaluation,
        ]
        for (share, evaluation) in zip(Dataset.Share.allCases, evaluations) {
          #expect(session.regressionMetrics(of: share) == nil)
          let metrics = try #require(session.classificationMetrics(of: share))
          #expect(metrics.confusion.total == session.dataset[share].count)
          #expect(metrics.confusion.accuracy == evaluation.accuracy)
          #expect((metrics.roc != nil) == (recipe == "circle"))
          for index in 0..<metrics.confusion.classCount {
            let size = session.dataset[share].count { $0.label == Float(index) }
            #expect(metrics.confusion.support(of: index) == size)
          }
        }
      }
    }
  }

  @Test("Where numbers are predicted, the metrics are of numbers, and learning raises R²")
  func regression() throws {
    var session = trainedSession {
      $0.data.recipe = "plane"
      $0.data.validation = 20
    }
    session.advance(steps: 300)
    for share in Dataset.Share.allCases {
      #expect(session.classificationMetrics(of: share) == nil)
      #expect(try #require(session.regressionMetrics(of: share)).determination > 0.9)
    }
  }

  @Test("A stratified share of a few noisy points has both classes alike")
  func stratified() {
    let session = trainedSession {
      $0.data.training = 20
      $0.data.isStratified = true
    }
    #expect(session.dataset.training.count { $0.label == 1 } == 6)
    #expect(session.dataset.training.count == 12)
  }
}
