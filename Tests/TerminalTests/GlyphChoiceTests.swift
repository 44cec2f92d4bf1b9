import Drawing
import Testing

@testable import Terminal

@Suite("The choice of characters")
struct GlyphChoiceTests {
  @Test(
    "A locale that says nothing is taken for UTF-8, one that names another encoding is believed",
    arguments: [
      (["TERM": "xterm", "LANG": "de_DE.UTF-8"], "UTF-8", GlyphSet.braille, false),
      (["TERM": "linux", "LANG": "de_DE.UTF-8"], "UTF-8", .blocks, false),
      (["TERM": "xterm"], "ANSI_X3.4-1968", .braille, true),
      (["TERM": "xterm", "LC_ALL": "C"], "ANSI_X3.4-1968", .braille, true),
      (["TERM": "linux", "LC_ALL": "POSIX"], "ANSI_X3.4-1968", .blocks, true),
      // Named but not installed, as in most containers: the library stays with C.
      (["TERM": "xterm", "LANG": "en_US.utf8"], "ANSI_X3.4-1968", .braille, true),
      (["TERM": "xterm", "LC_ALL": "", "LANG": "en_US.UTF-8"], "ANSI_X3.4-1968", .braille, true),
      (["TERM": "xterm", "LC_ALL": "C", "LANG": "en_US.UTF-8"], "ANSI_X3.4-1968", .braille, true),
      (["TERM": "xterm", "LANG": "de_DE.ISO-8859-1"], "ISO-8859-1", .ascii, false),
      (["TERM": "xterm", "LC_CTYPE": "ru_RU.KOI8-R", "LANG": "C.UTF-8"], "KOI8-R", .ascii, false),
    ])
  func automatic(
    environment: [String: String], codeset: String, glyphs: GlyphSet, needsUnicode: Bool
  ) {
    let choice = GlyphChoice.make(requested: nil, environment: environment, codeset: codeset)
    #expect(choice == GlyphChoice(glyphs: glyphs, needsUnicodeLocale: needsUnicode))
  }

  @Test("What is asked for is done", arguments: GlyphSet.allCases, ["UTF-8", "ISO-8859-1"])
  func requested(glyphs: GlyphSet, codeset: String) {
    let choice = GlyphChoice.make(
      requested: glyphs, environment: ["TERM": "linux"], codeset: codeset)
    #expect(choice.glyphs == glyphs)
  }
}

@Suite("Finding out the background")
struct GroundChoiceTests {
  @Test(
    "COLORFGBG is believed where it makes sense",
    arguments: [
      ("15;0", Ground.dark), ("0;15", .light), ("0;default;15", .light), ("7;8", .dark),
      ("0;7", .light), ("15;default", .unknown), ("", .unknown), ("0", .unknown),
      ("0;99", .unknown), (";;", .unknown),
    ])
  func variable(value: String, ground: Ground) {
    #expect(GroundChoice.make(environment: ["COLORFGBG": value]) == ground)
  }

  @Test("Without it nothing is known")
  func missing() { #expect(GroundChoice.make(environment: [:]) == .unknown) }
}
