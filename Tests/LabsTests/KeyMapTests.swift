import Drawing
import Lessons
import TestSupport
import Testing

@testable import Labs

@Suite struct KeyMapTests {
  @Test(arguments: Intent.allCases)
  func everyIntentHasOneBinding(_ intent: Intent) {
    #expect(KeyMap.bindings.filter { $0.intent == intent }.count == 1)
  }

  @Test func noKeyMeansTwoThings() {
    let keys = KeyMap.bindings.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test(arguments: [80, 100, 120, 200])
  func theKeyLineShowsHelpAndQuitAtAnyWidth(_ width: Int) {
    let canvas = App(Preset()).view(
      size: Size(width: width, height: 24), capabilities: .full)
    let line = picture(canvas).split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    #expect(line.contains("space play") && line.contains("? help") && line.hasSuffix("q quit"))
  }

  @Test func theKeyLineTellsWhatSpaceWillDo() {
    let canvas = app(.character(" ")).view(size: small, capabilities: .full)
    #expect(picture(canvas).contains("space pause"))
  }
}
