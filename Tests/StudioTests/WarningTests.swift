import Engine
import Lessons
import Studio
import Testing

@Suite("Warnings before training")
struct WarningTests {
  private func warnings(_ change: (inout Preset) -> Void) -> [String] {
    Session(smallPreset(change)).warnings
  }

  private let l2 = "rate × L2 is 2: from 2 on the weights must diverge."

  @Test("A rate and an L2 that throw weights ever further are told")
  func l2MustDiverge() {
    func told(_ change: @escaping (inout Preset) -> Void) -> [String] {
      warnings {
        ($0.training.learningRate, $0.training.l2) = (1, 2)
        change(&$0)
      }
    }
    #expect(told { _ in } == [l2])
    #expect(told { $0.training.l2 = 1.9 } == [])
    #expect(told { $0.training.optimizer = "adam" } == [])
    #expect(told { ($0.training.optimizer, $0.training.l2Form) = ("adam", .decay) } == [l2])
    #expect(told { $0.training.maxNorm = 3 } == [])
  }

  @Test("Clipping bounds what a penalty does in a step, not what a decay does")
  func clipping() {
    for kind in ["norm", "value"] {
      for (form, expected) in [(Preset.L2Form.penalty, []), (.decay, [l2])] {
        let told = warnings {
          ($0.training.learningRate, $0.training.l2, $0.training.l2Form) = (1, 2, form)
          $0.training.clipping = kind
        }
        #expect(told == expected)
      }
    }
  }

  @Test("So is a decay of AdamW's own")
  func adamW() {
    func told(rate: Double, decay: Float) -> [String] {
      warnings {
        ($0.training.optimizer, $0.training.learningRate) = ("adamw", rate)
        $0.training.optimizerSettings["weight-decay"] = decay
      }
    }
    #expect(
      told(rate: 3, decay: 1) == [
        "rate × weight-decay is 3: from 2 on the weights must diverge."
      ])
    #expect(told(rate: 3, decay: 0.5) == [])
  }

  @Test("Patience without validation points is told, and after a stop, what lets training go on")
  func patience() {
    #expect(
      warnings { $0.training.patience = 5 }
        == ["Patience does nothing without validation points; Data gives some."])
    #expect(
      warnings { ($0.training.patience, $0.data.validation) = (5, 20) } == [])
    var session = Session(
      smallPreset {
        ($0.training.patience, $0.data.validation, $0.training.learningRate) = (1, 20, 10)
      })
    session.advance(steps: 2000)
    #expect(session.trainer.hasStopped && session.trainer.divergence == nil)
    #expect(
      session.apply(.set(key: "training.learning-rate", value: "0.1")).message
        == "Training stopped early; another patience or a start anew lets it go on.")
    #expect(
      session.apply(.set(key: "training.patience", value: "7")).message
        == "Acts from the next step on; nothing was lost.")
  }
}
