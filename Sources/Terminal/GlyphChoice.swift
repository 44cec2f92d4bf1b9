import Drawing

/// Which characters the terminal shows, and whether the locale must be changed for them.
struct GlyphChoice: Equatable, Sendable {
  /// The characters to use.
  var glyphs: GlyphSet
  /// Whether the C library's characters must be switched to UTF-8 for that.
  var needsUnicodeLocale: Bool

  /// Chooses by the locale and the terminal, unless asked for.
  ///
  /// The plain C locale is what containers and remote shells have by default; it says nothing of the
  /// terminal, so Unicode is assumed. A locale that names another encoding is believed.
  /// - Parameters:
  ///   - requested: the characters asked for on the command line, or nil.
  ///   - environment: the variables the program was started with.
  ///   - codeset: the encoding of the locale that those variables gave.
  static func make(requested: GlyphSet?, environment: [String: String], codeset: String)
    -> GlyphChoice
  {
    if codeset == "UTF-8" {
      return GlyphChoice(
        glyphs: requested ?? unicodeGlyphs(environment), needsUnicodeLocale: false)
    }
    let named =
      ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    if let requested { return GlyphChoice(glyphs: requested, needsUnicodeLocale: true) }
    if saysNothing(named) || isUnicode(named) {
      return GlyphChoice(glyphs: unicodeGlyphs(environment), needsUnicodeLocale: true)
    }
    return GlyphChoice(glyphs: .ascii, needsUnicodeLocale: false)
  }

  /// The Linux console's font has no braille.
  private static func unicodeGlyphs(_ environment: [String: String]) -> GlyphSet {
    environment["TERM"] == "linux" ? .blocks : .braille
  }

  private static func saysNothing(_ locale: String?) -> Bool {
    locale == nil || locale == "C" || locale == "POSIX"
  }

  /// Whether the name asks for UTF-8, as that of a locale which is not installed may.
  private static func isUnicode(_ locale: String?) -> Bool {
    let name = (locale ?? "").lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }
}
