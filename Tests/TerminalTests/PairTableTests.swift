import Drawing
import Testing

@testable import Terminal

@Suite("Colours and their pairs")
struct PairTableTests {
  @Test(
    "A colour beyond the terminal's becomes the nearest one",
    arguments: [
      (Color.rgb(8, 119, 189), ColorDepth.direct, Int32(0x0877BD)),
      // Numbers below eight are the palette's.
      (.rgb(0, 0, 3), .direct, 8),
      (.indexed(1), .direct, 1),
      (.indexed(196), .direct, 0xFF0000),
      (.indexed(196), .indexed256, 196),
      (.rgb(255, 0, 0), .indexed256, 196),
      (.rgb(95, 135, 175), .indexed256, 67),
      (.rgb(9, 9, 9), .indexed256, 232),
      (.indexed(12), .sixteen, 12),
      (.indexed(12), .eight, 4),
      (.indexed(196), .eight, 1),
      (.rgb(250, 250, 250), .sixteen, 15),
      (.rgb(250, 250, 250), .eight, 7),
      (.rgb(1, 2, 3), .mono, -1),
      (.standard, .direct, -1),
    ])
  func numbers(color: Color, depth: ColorDepth, number: Int32) {
    #expect(ColorNumber.number(of: color, depth: depth) == number)
  }

  @Test("No colour of the 256 is nearer than the one that stands for an exact colour")
  func nearestOf256() {
    func distance(_ index: Int32, _ color: (Int, Int, Int)) -> Int {
      let other = ColorNumber.components(index)
      let difference = (
        Int(other.red) - color.0, Int(other.green) - color.1, Int(other.blue) - color.2
      )
      return difference.0 * difference.0 + difference.1 * difference.1
        + difference.2 * difference.2
    }
    for red in stride(from: 0, through: 255, by: 15) {
      for green in stride(from: 0, through: 255, by: 17) {
        for blue in stride(from: 0, through: 255, by: 15) {
          let color = Color.rgb(UInt8(red), UInt8(green), UInt8(blue))
          let number = ColorNumber.number(of: color, depth: .indexed256)
          let best = (16..<256).map { distance($0, (red, green, blue)) }.min()
          #expect(distance(number, (red, green, blue)) == best)
        }
      }
    }
  }

  @Test("A pair is defined once, and keeps its number")
  func once() {
    var table = PairTable(capacity: 65_536, depth: .direct)
    var defined: [Int32] = []
    let first = table.pair(.rgb(9, 9, 9), .standard) { number, _ in defined.append(number) }
    let second = table.pair(.standard, .rgb(9, 9, 9)) { number, _ in defined.append(number) }
    let again = table.pair(.rgb(9, 9, 9), .standard) { number, _ in defined.append(number) }
    #expect(first == again)
    #expect(first != second)
    #expect(defined == [1, 2])
    #expect(table.pair(.standard, .standard) { _, _ in } == .standard)
  }

  @Test("Every two of the colours of a small terminal have a pair that shows them exactly")
  func smallTerminals() {
    for (depth, count, capacity) in [(ColorDepth.eight, 8, Int32(64)), (.sixteen, 16, 256)] {
      var table = PairTable(capacity: capacity, depth: depth)
      var meaning: [Int32: PairTable.Colors] = [:]
      let colors = [Color.standard] + (0..<count).map { .indexed(UInt8($0)) }
      for foreground in colors {
        for background in colors where (foreground, background) != (.standard, .standard) {
          let pair = table.pair(foreground, background) { meaning[$0] = $1 }
          let shown = meaning[pair.number].map {
            pair.isReversed
              ? PairTable.Colors(foreground: $0.background, background: $0.foreground) : $0
          }
          #expect(shown?.foreground == ColorNumber.number(of: foreground, depth: depth))
          #expect(shown?.background == ColorNumber.number(of: background, depth: depth))
        }
      }
      #expect(meaning.keys.allSatisfy { $0 > 0 && $0 < capacity })
    }
  }

  @Test("A full table answers with the nearest pair it holds")
  func overflow() {
    var table = PairTable(capacity: 300, depth: .direct)
    for red in 0..<299 { _ = pair(&table, red % 256, red / 256 * 16) }
    var defined = 0
    let near = table.pair(.rgb(101, 3, 0), .standard) { _, _ in defined += 1 }
    #expect(defined == 0)
    #expect(near == pair(&table, 101, 0))
    #expect(table.pair(.standard, .rgb(1, 1, 1)) { _, _ in defined += 1 }.number < 300)
    #expect(defined == 0)
  }

  private func pair(_ table: inout PairTable, _ red: Int, _ green: Int) -> ColorPair {
    table.pair(.rgb(UInt8(red), UInt8(green), 9), .standard) { _, _ in }
  }
}
