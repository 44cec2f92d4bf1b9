import Testing

@testable import CLI

@Suite("Words that are copied into a shell")
struct ShellWordTests {
  @Test(
    "A shell reads each as itself",
    arguments: [
      "a", "a b", "it's", "'\u{307}x", "a'\u{301}'b", "", "\u{301}", "$HOME", "`id`", "\"", "\\",
      "*",
      "two\nlines", "test-loss<0.1", "é", "~", "!!", "a=b c",
    ])
  func words(_ word: String) throws {
    try inFolder { folder in
      let run = try ShellRun("printf '%s' \(ShellWord.quoted(word))", in: folder)
      #expect(run.status == 0 && run.complaints.isEmpty)
      #expect(Array(run.output.utf8) == Array(word.utf8))
    }
  }
}
