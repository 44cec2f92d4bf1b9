import Drawing
import Testing

@testable import CLI

@Suite struct DoubleClickTests {
  private func press(x: Int = 3, _ button: MouseEvent.Button = .left) -> MouseEvent {
    MouseEvent(.press, button: button, at: Point(x: x, y: 2))
  }

  @Test func twoPressesOfOneCellWithinFourTenthsAreOneDoubleClick() {
    var clicks = DoubleClick()
    let presses = [0, 399, 500, 950, 1351].map {
      clicks.counted(press(), at: .milliseconds($0)).isDouble
    }
    #expect(presses == [false, true, false, false, false])
  }

  @Test func anotherCellOrButtonBeginsAnew() {
    var clicks = DoubleClick()
    #expect(!clicks.counted(press(), at: .zero).isDouble)
    #expect(!clicks.counted(press(x: 4), at: .milliseconds(50)).isDouble)
    #expect(!clicks.counted(press(x: 4, .right), at: .milliseconds(100)).isDouble)
    #expect(clicks.counted(press(x: 4, .right), at: .milliseconds(150)).isDouble)
  }

  @Test func otherEventsPassAndChangeNothing() {
    var clicks = DoubleClick()
    _ = clicks.counted(press(), at: .zero)
    let release = MouseEvent(.release, button: .left, at: Point(x: 3, y: 2))
    #expect(clicks.counted(release, at: .milliseconds(10)) == release)
    #expect(clicks.counted(press(), at: .milliseconds(20)).isDouble)
  }
}
