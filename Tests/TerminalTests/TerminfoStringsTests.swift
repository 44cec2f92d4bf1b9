import Testing

@testable import Terminal

@Suite("Strings of terminal descriptions")
struct TerminfoStringsTests {
  @Test("Notes on delays are not sent")
  func delays() {
    #expect(TerminfoStrings.withoutDelays("\u{1B}[m\u{F}$<2>") == "\u{1B}[m\u{F}")
    #expect(TerminfoStrings.withoutDelays("a$<20.5*/>b$<3/>c") == "abc")
    #expect(TerminfoStrings.withoutDelays("$5 <is> kept") == "$5 <is> kept")
  }
}
