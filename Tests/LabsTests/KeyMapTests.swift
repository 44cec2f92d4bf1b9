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

  @Test func everyViewHasItsDigit() {
    for index in ViewCatalogue.all.indices {
      let key = Key.character(Character("\(index + 1)"))
      #expect(KeyMap.intent(for: key) == .view(index))
    }
  }

  @Test(arguments: [80, 100, 120, 200])
  func theKeyLineShowsHelpAndQuitAtAnyWidth(_ width: Int) {
    let canvas = App(Preset()).view(
      size: Size(width: width, height: 24), capabilities: .full)
    let line = picture(canvas).split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    #expect(line.contains("space play") && line.contains("? help") && line.contains("q quit"))
  }

  @Test func theKeyLineTellsWhatSpaceWillDo() {
    let canvas = app(.character(" ")).view(size: small, capabilities: .full)
    #expect(picture(canvas).contains("space pause"))
  }
}
