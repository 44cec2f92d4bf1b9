import Datasets
import Engine
import Lessons
import Studio
import Testing

@Suite("The state as an address of TensorFlow Playground")
struct AddressTests {
  /// A preset with some settings changed, small enough to be trained at once.
  private func preset(_ number: Int) -> Preset {
    var random = Random(seed: UInt64(number), stream: .data)
    var preset = Preset()
    preset.data.samples = random.below(2) == 0 ? nil : 60
    for _ in 0...random.below(8) {
      let settings = SettingCatalogue.all.filter {
        !["training.batch-size", "data.samples", "data.set"].contains($0.key)
      }
      let setting = settings[random.below(settings.count)]
      var trial = preset
      try? setting.set(setting.otherValue(in: preset), in: &trial)
      if (try? trial.validate()) != nil { preset = trial }
    }
    let set = DataSource.names[random.below(DataSource.names.count)]
    var trial = preset
    trial.data.recipe = set
    if (try? trial.validate()) != nil { preset = trial }
    return preset
  }

  /// The preset of an address, with every setting that was told to differ as it is here.
  private func mended(_ link: Preset, like preset: Preset, _ remarks: [String]) throws -> Preset {
    var mended = link
    // Whatever goes with a choice: its numbers, the columns of a table.
    let told = SettingCatalogue.all.filter { setting in
      remarks.contains { $0.hasPrefix("\(setting.key) is ") }
    }.flatMap { setting in
      [setting.key] + SettingCatalogue.numbers(of: setting.key, in: preset)
    }
    for setting in SettingCatalogue.inOrder(SettingCatalogue.all, by: \.key)
    where told.contains(setting.key) {
      try setting.set(setting.value(in: preset), in: &mended)
    }
    return mended
  }

  @Test("What is not told to differ makes no difference, to the last bit", arguments: 0..<150)
  func completeness(_ number: Int) throws {
    let preset = preset(number)
    let address = PlaygroundAddress(of: preset)
    let link = try PlaygroundLink(address.text).preset
    var (here, there) = (
      Session(preset), Session(try mended(link, like: preset, address.remarks))
    )
    #expect(here.dataset == there.dataset, "\(address)")
    for session in [here.trainer, there.trainer] {
      try #require(session.network.parameterCount > 0)
    }
    let steps = min(40, 2 * here.trainer.stepsPerEpoch)
    here.advance(steps: steps)
    there.advance(steps: steps)
    #expect(
      here.trainer.network.parameters.map(\.bitPattern)
        == there.trainer.network.parameters.map(\.bitPattern), "\(address)")
    #expect(here.trainer.stepCount == there.trainer.stepCount)
  }

  @Test("Training is not in it, nor what was done by hand, and this is told")
  func run() {
    let weights = "Weights are not in it: training begins there at epoch 0."
    let marks = "What is frozen or killed here learns there."
    var session = Session(Preset())
    #expect(session.playgroundAddress == PlaygroundAddress(of: Preset()))
    session.advance(steps: 1)
    #expect(session.playgroundAddress.remarks.last == weights)
    session = Session(Preset())
    session.apply(.freeze(index: 0))
    #expect(session.playgroundAddress.remarks.suffix(2) == [marks, weights])
    session = Session(Preset())
    session.apply(.killUnit(level: 0, unit: 1))
    #expect(session.playgroundAddress.remarks.contains(marks))
    session = Session(Preset())
    session.apply(.setParameter(index: 0, value: 0.5))
    #expect(session.playgroundAddress.remarks.last == weights)
    #expect(session.playgroundAddress.text == PlaygroundAddress(of: Preset()).text)
  }

  @Test("A change of a setting changes the address")
  func change() {
    var session = Session(Preset())
    session.apply(.set(key: "training.learning-rate", value: "0.1"))
    session.apply(.addLayer)
    #expect(session.playgroundAddress.text.contains("&learningRate=0.1&"))
    #expect(!session.playgroundAddress.text.contains("&networkShape=4,2&"))
  }
}
