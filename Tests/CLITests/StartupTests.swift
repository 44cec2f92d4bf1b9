import Testing

@testable import CLI

@Suite("What is measured of the start")
struct StartupTests {
  @Test("Times are the median and the shortest, memory is the most")
  func median() {
    let startup = Startup(milliseconds: [30, 10, 20], peaks: [8, 9, 7])
    #expect(startup.milliseconds == 20 && startup.bestMilliseconds == 10 && startup.peakMiB == 9)
    #expect(startup.line == "startup 20.0 ms median, 10.0 ms best to w1's first epoch, 9.0 MiB")
  }

  @Test("Without a start or without memory the line says so or leaves it out")
  func nothing() {
    #expect(Startup(milliseconds: [], peaks: []).line == "startup  can't be measured here")
    #expect(
      Startup(milliseconds: [1], peaks: []).line
        == "startup 1.0 ms median, 1.0 ms best to w1's first epoch")
  }
}
