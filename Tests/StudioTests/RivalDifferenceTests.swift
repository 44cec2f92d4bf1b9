import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

@Suite("The settings in which two sessions differ")
struct RivalDifferenceTests {
  @Test("A copy differs in nothing")
  func copy() {
    let (focused, rival) = pair(b: [])
    #expect(rival.differences(from: focused).isEmpty)
    #expect(rival.start(beside: focused) == .same)
  }

  @Test("Each setting is listed with the value of A and of B, whoever has the focus")
  func values() {
    var (focused, rival) = pair(
      b: [("training.learning-rate", "0.1"), ("network.hidden", "3"), ("data.standardize", "true")])
    let wanted: [Rival.Difference] = [
      .init(title: "standardize", a: "no", b: "yes"),
      .init(title: "hidden layers", a: "4, 2", b: "3"), .init(title: "rate", a: "0.03", b: "0.1"),
    ]
    #expect(rival.differences(from: focused) == wanted)
    #expect(rival.start(beside: focused) == .otherShape)
    rival.swap(with: &focused)
    #expect(rival.differences(from: focused) == wanted)
  }

  @Test("Every setting that the rival does not share is listed when it differs")
  func all() {
    var changed = 0
    for setting in SettingCatalogue.all where !setting.key.hasPrefix("data.") {
      var base = smallPreset()
      setting.chooseOwner(in: &base)
      let (focused, rival) = pair(
        of: base, after: 0, b: [(setting.key, setting.otherValue(in: base))])
      guard setting.value(in: focused.preset) != setting.value(in: base) else { continue }
      changed += 1
      let differences = rival.differences(from: focused)
      #expect(!differences.isEmpty, "\(setting.key)")
      #expect(differences.allSatisfy { $0.a != $0.b && !$0.title.isEmpty })
    }
    #expect(changed > 30)
  }

  @Test("A knob that neither uses is left out, one that one of them uses is a dash in the other")
  func knobs() {
    let (focused, rival) = pair(
      b: [("training.optimizer", "momentum"), ("training.momentum", "0.5")])
    #expect(
      rival.differences(from: focused) == [
        .init(title: "optimizer", a: "sgd", b: "momentum"),
        .init(title: "momentum", a: "–", b: "0.5"),
      ])
    let (plain, other) = pair(
      b: [
        ("training.optimizer", "momentum"), ("training.momentum", "0.5"),
        ("training.optimizer", "sgd"),
      ])
    #expect(other.differences(from: plain).isEmpty)
  }

  @Test("What was frozen and killed by hand is counted")
  func marks() {
    var (focused, rival) = pair(b: [])
    focused.apply(.freezeLayer(level: 0))
    focused.apply(.killUnit(level: 0, unit: 1))
    #expect(
      rival.differences(from: focused) == [
        .init(title: "frozen numbers", a: "0", b: "12"),
        .init(title: "killed units", a: "0", b: "1"),
      ])
    rival.swap(with: &focused)
    #expect(rival.differences(from: focused).count == 2)
  }

  @Test("Other weights from the same shape are told")
  func start() {
    let (focused, rival) = pair(b: [("network.seed", "3")])
    #expect(rival.start(beside: focused) == .otherWeights)
    let (scaled, other) = pair(b: [("network.initialization", "xavier")])
    #expect(other.start(beside: scaled) == .otherWeights)
  }
}
