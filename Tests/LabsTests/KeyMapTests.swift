import Drawing
import Lessons
import TestSupport
import Testing

@testable import Labs

@Suite struct KeyMapTests {
  @Test func noIntentHasTwoBindings() {
    let intents = KeyMap.bindings.map(\.intent)
    #expect(Set(intents).count == intents.count)
  }

  @Test(arguments: [Binding.Mode.always, .drawing])
  func noKeyMeansTwoThings(_ mode: Binding.Mode) {
    let keys = KeyMap.bindings.filter { $0.mode == mode }.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test func everyViewHasItsKeyAndDigitsComeFirstInOrder() {
    let digits = ViewCatalogue.all.prefix { $0.key.isNumber }
    for (index, view) in ViewCatalogue.all.enumerated() {
      #expect(KeyMap.intent(for: .character(view.key)) == .view(index))
      #expect((view.key == Character("\(index % 9 + 1)")) == (index < digits.count))
    }
  }

  @Test func everyScreenButThePlaygroundHasItsKey() {
    #expect(LabCatalogue.all.first is PlaygroundLab.Type)
    for (index, lab) in LabCatalogue.all.enumerated() {
      #expect((lab.key == nil) == (index == 0))
      if let key = lab.key { #expect(KeyMap.intent(for: .character(key)) == .lab(index)) }
    }
  }

  @Test(arguments: [80, 100, 120, 200])
  func theKeyLineShowsHelpAndQuitAtAnyWidth(_ width: Int) {
    let canvas = App(Preset()).view(
      size: Size(width: width, height: 24), capabilities: .full)
    let line = picture(canvas).split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    #expect(
      line.contains("space play") && line.contains("? explain") && line.contains("F1 keys")
        && line.contains("q quit"))
  }

  @Test func theKeyLineTellsWhatSpaceWillDo() {
    let canvas = app(.character(" ")).view(size: small, capabilities: .full)
    #expect(picture(canvas).contains("space pause"))
  }
}
