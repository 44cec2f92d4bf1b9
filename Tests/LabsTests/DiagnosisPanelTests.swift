import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

private func canvas(_ session: Session, _ width: Int = 63, _ height: Int = 11) -> Canvas {
  var canvas = blank(width, height)
  DiagnosisPanel(session: session).draw(in: canvas.bounds, on: &canvas)
  return canvas
}

private func lines(_ session: Session, _ width: Int = 63, _ height: Int = 11) -> [String] {
  picture(canvas(session, width, height)).split(separator: "\n").map(String.init)
}

private func session(_ change: (inout Preset) -> Void) -> Session {
  var preset = Preset()
  change(&preset)
  return Session(preset)
}

private func special(_ name: String) throws -> Session {
  try #require(specialSessions.first { $0.name == name }).session
}

@Suite struct DiagnosisPanelTests {
  @Test func everyLevelHasARowWithItsNumbers() {
    let session = Session(Preset())
    let text = lines(session)
    for (row, level) in session.diagnosis.levels.enumerated() {
      let words = text[2 + row].split(separator: " ").map(String.init)
      #expect(
        words.prefix(6) == [
          "│", row == 2 ? "out" : "\(row + 1)", format(level.gradientNorm, scientificDigits: 2),
          format(level.updateRatio, scientificDigits: 2),
          format(100 * (level.saturatedShare ?? .nan), decimals: 0) + "%",
          format(level.mean, decimals: 2),
        ])
    }
    #expect(text[1].contains("satur.") && !text[1].contains("dead"))
    #expect(text.contains { $0.contains("1e-3 is usual (Karpathy, CS231n)") })
  }

  @Test func unitsThatCanDieHaveTheShareOfDeadOnes() throws {
    let session = try special("six layers")
    let text = lines(session)
    #expect(text[1].contains("dead") && text[1].contains("satur."))
    for (row, level) in session.diagnosis.levels.enumerated() {
      let share = level.deadShare.map { format(100 * $0, decimals: 0) + "%" }
      #expect(text[2 + row].contains(share ?? " – "))
    }
    #expect(text.count == 11 && text[8].contains("out"))
    #expect(text[10].contains("! update below 1e-5 or above 0.1"))
  }

  @Test func whatIsOffHasASignAndTheWarningColour() {
    let warning = Palette(.full).warning
    func marks(_ session: Session) -> Int {
      let canvas = canvas(session)
      let rows = 2..<(2 + session.diagnosis.levels.count)
      return rows.count { y in
        (0..<canvas.size.width).contains {
          canvas[$0, y].glyph == "!" && canvas[$0, y].foreground == warning
        }
      }
    }
    #expect(marks(Session(Preset())) == 0)
    #expect(marks(session { $0.training.learningRate = 0.00001 }) == 3)
    #expect(
      marks(
        session {
          $0.training.learningRate = 1
          $0.training.l2 = 1
        }) == 3)
    let dead = session {
      $0.network.hidden = [8, 8, 8, 8]
      $0.network.activation = PerLayer(.relu)
      $0.network.fitLayers()
    }
    let shares = dead.diagnosis.levels.compactMap(\.deadShare)
    #expect(marks(dead) == shares.count { $0 >= 0.5 })
  }

  @Test func whereNoStepIsTakenNoUpdateIsOff() throws {
    for name in ["diverged", "stopped early"] {
      let session = try special(name)
      #expect(session.trainer.hasStopped)
      let words = lines(session)[2].split(separator: " ")
      #expect(words[3] == "–", "\(name)")
    }
  }

  @Test func aSmallPlaceShowsTheFirstLevelsAndTheOutputAndSaysWhatIsCut() throws {
    let text = lines(try special("six layers"), 40, 7)
    #expect(text[2].contains(" 1 ") && text[4].contains(" 3 ") && text[5].contains("out"))
    #expect(lines(Session(Preset()), 40, 7)[5].contains("! off: update far from 1e-3 (CS231n)"))
    #expect(text[6].contains("cut: levels 4-6, mean, sd, charts"))
  }

  @Test(arguments: [
    (0, 0), (6, 0), (7, 1), (9, 1), (14, 2), (18, 2), (26, 2), (50, 2), (1000, 2),
  ])
  func thereAreAsManyHistogramsAsThereIsRoomFor(_ room: Int, _ count: Int) {
    #expect(HistogramStrips(room: room).cut == [["charts"], ["weights"], []][count])
  }

  @Test func aHistogramIsAsHighAsItsLargestPart() {
    let session = Session(Preset())
    let text = lines(session, 143, 16)
    // Both histograms of each level reach the top somewhere, and their ranges stand beside them.
    for (row, level) in session.diagnosis.levels.enumerated() {
      #expect(text[2 + row].count { $0 == "█" } >= 2)
      for bound in [level.weights.range.lowerBound, level.weights.range.upperBound] {
        #expect(text[2 + row].contains(format(Double(bound), decimals: 2)))
      }
    }
  }
}
