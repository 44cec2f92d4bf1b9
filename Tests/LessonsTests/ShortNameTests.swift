import Testing

@testable import Lessons

@Suite("Keys by the names that others have for them")
struct ShortNameTests {
  @Test("The field's short names lead to their settings, and two letters are not guessed at")
  func shortNames() {
    for (word, key) in SettingCatalogue.shortNames {
      #expect(SettingCatalogue.keys.contains(key), "\(key)")
      for written in [word, word.uppercased(), "training.\(word.replacing("-", with: "_"))"] {
        #expect(SettingCatalogue.hint(for: written) == "; did you mean “\(key)”?", "\(written)")
      }
    }
    #expect(SettingCatalogue.hint(for: "l1") == "; did you mean “training.l1”?")
    for written in ["l3", "lx", "training.lx", "x"] {
      #expect(SettingCatalogue.hint(for: written).isEmpty, "\(written)")
    }
  }
}
