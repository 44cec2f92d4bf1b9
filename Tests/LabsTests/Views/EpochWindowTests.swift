import Drawing
import Testing

@testable import Labs

@Suite("Windows on epochs")
struct EpochWindowTests {
  private let whole = EpochWindow.whole(to: 200, isLogarithmic: false)

  @Test("A window on the newest epochs goes on with them")
  func newest() {
    let window = EpochWindow.newest(share: 0.25)
    #expect(window.axis(of: whole).range == 150...200)
    let later = EpochWindow.whole(to: 400, isLogarithmic: false)
    #expect(window.axis(of: later).range == 300...400)
  }

  @Test("A window is pushed back to where there are epochs")
  func pushed() {
    let axis = EpochWindow.fixed(100...150).axis(of: whole)
    #expect(EpochWindow.moved(axis, by: -10, of: whole).axis(of: whole).range == 0...50)
    #expect(EpochWindow.moved(axis, by: 10, of: whole) == .newest(share: 0.25))
    #expect(EpochWindow.moved(axis, by: 0.5, of: whole) == .fixed(125...175))
  }

  @Test("Zooming out ends with all epochs, zooming in before a chart has nothing to show")
  func limits() {
    var window: EpochWindow? = .fixed(100...150)
    for _ in 0..<3 { window = window?.zoomed(by: 2, around: 120, of: whole) }
    #expect(window == .all)
    #expect(EpochWindow.fixed(100...103).zoomed(by: 0.5, around: 101, of: whole) == nil)
  }

  @Test("A logarithmic axis begins with the first epoch, and is zoomed by factors")
  func logarithmic() {
    let whole = EpochWindow.whole(to: 10_000, isLogarithmic: true)
    #expect(whole.range == 1...10_000)
    let range = EpochWindow.newest(share: 0.5).axis(of: whole).range
    #expect(abs(range.lowerBound - 100) < 1e-6 && abs(range.upperBound - 10_000) < 1e-6)
  }

  @Test("A window beyond all epochs shows them all after a start anew")
  func anew() {
    let whole = EpochWindow.whole(to: 3, isLogarithmic: false)
    #expect(EpochWindow.fixed(500...600).axis(of: whole) == whole)
  }
}
