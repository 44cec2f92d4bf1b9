import Engine
import Lessons
import TestSupport
import Testing

@Suite("Whatever stands in a preset")
struct PresetFuzzTests {
  /// What the mutations put in: YAML's signs, odd numbers, odd letters, and pieces of presets.
  private static let pieces =
    [
      ":", ": ", "- ", "[", "]", "{", "}", "?", "? ", ",", "&a ", "*a", "!", "!!int ", "|", ">",
      "'",
      "\"", "#", " #", "%", "@", "`", "\n", "\r\n", "\r", "\t", "  ", "---\n", "...\n", "<<: ", "~",
      "\u{0}", "\u{1}", "\u{FEFF}", "\u{2028}", "é", "e\u{301}", "日", "🎈", "\\", "\\x", "\\u12",
      "nan", "1e400", "-1", "99999999999999999999", "0x10", "null", "true", "", "0",
    ].map { Array($0.unicodeScalars) }

  @Test("gives a preset or a problem with a place in the text", arguments: try PresetFile.all())
  func mutated(_ file: PresetFile) throws {
    let original = Array(file.text.unicodeScalars)
    var random = Random(seed: UInt64(original.count), stream: .data)
    var (read, refused) = (0, 0)
    for _ in 0..<500 {
      var scalars = original
      for _ in 0...random.below(4) { mutate(&scalars, using: &random) }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      do throws(PresetProblem) {
        try check(try Preset(yaml: text))
        read += 1
      } catch {
        refused += 1
        #expect(error.line >= 1 && error.line <= lineCount(scalars) + 1, "\(text)")
        #expect(error.column >= 1 && error.column <= scalars.count + 1, "\(text)")
        #expect(!error.message.isEmpty && !error.message.contains("\n\n"), "\(text)")
      }
    }
    // Mutations that always break the text, or never, would show nothing.
    #expect(read > 20 && refused > 100)
  }

  /// A preset that was read can be had: its values are within the ranges of the settings.
  private func check(_ preset: Preset) throws(PresetProblem) {
    var copy = preset
    for setting in SettingCatalogue.all {
      #expect(throws: Never.self) { try setting.set(setting.value(in: preset), in: &copy) }
    }
    #expect(throws: Never.self) { try preset.validate() }
  }

  private func mutate(_ scalars: inout [Unicode.Scalar], using random: inout Random) {
    let start = random.below(scalars.count + 1)
    let end = min(scalars.count, start + random.below(12))
    switch random.below(5) {
    case 0: scalars.removeSubrange(start..<end)
    case 1: scalars.insert(contentsOf: scalars[start..<end], at: random.below(scalars.count + 1))
    case 2:
      if start < scalars.count {
        scalars[start] = Unicode.Scalar(UInt8(random.below(127)))
      }
    default: scalars.insert(contentsOf: Self.pieces[random.below(Self.pieces.count)], at: start)
    }
  }

  /// Lines as YAML counts them: a lone carriage return and Unicode's separators end one as well.
  private func lineCount(_ scalars: [Unicode.Scalar]) -> Int {
    1 + scalars.count { ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains($0) }
  }
}
