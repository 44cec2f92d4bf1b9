import Drawing
import Testing

@Suite("Numbers as text")
struct NumbersTests {
  @Test(
    "Significant digits",
    arguments: [
      (0.03, 2, "0.03"), (1e-5, 2, "1e-5"), (12_300, 3, "12 300"), (12_345, 3, "12 300"),
      (0, 3, "0"), (-0.5, 1, "-0.5"), (0.12345, 3, "0.123"), (999.96, 4, "1000"),
      (9.999, 2, "10"), (1_234_567, 9, "1 234 567"), (12_345_678, 3, "1.23e7"),
      (0.0001, 1, "0.0001"),
      (0.000099, 2, "9.9e-5"), (0.000099999, 2, "0.0001"), (9_999_999.6, 7, "1e7"),
      (.leastNonzeroMagnitude, 1, "5e-324"), (1.7e308, 2, "1.7e308"),
      (1e15, 3, "1e15"),
      (.nan, 3, "nan"), (-.infinity, 3, "-inf"), (.infinity, 3, "inf"), (1000, 1, "1000"),
    ])
  func significant(_ value: Double, _ digits: Int, _ expected: String) {
    #expect(format(value, significantDigits: digits) == expected)
  }

  @Test(
    "Digits and a power of ten",
    arguments: [
      (0.03, 2, "3.0e-2"), (12_300, 2, "1.2e4"), (1, 2, "1.0e0"), (-0.00567, 2, "-5.7e-3"),
      (9.96, 2, "1.0e1"), (5, 1, "5e0"), (0, 2, "0"), (.nan, 2, "nan"), (-.infinity, 2, "-inf"),
      (1.7e308, 2, "1.7e308"),
    ])
  func scientific(_ value: Double, _ digits: Int, _ expected: String) {
    #expect(format(value, scientificDigits: digits) == expected)
  }

  @Test(
    "Decimals",
    arguments: [
      (0.5, 2, "0.50"), (12_300.46, 1, "12 300.5"), (1234, 0, "1234"), (-0.001, 2, "0.00"),
      (-1.005, 1, "-1.0"), (0.96, 1, "1.0"), (1e20, 2, "1e20"), (.nan, 2, "nan"), (7, -3, "7"),
    ])
  func decimals(_ value: Double, _ places: Int, _ expected: String) {
    #expect(format(value, decimals: places) == expected)
  }

  @Test(
    "Ticks are round numbers",
    arguments: [
      (0.0...1, 3, ["0.0", "0.5", "1.0"]), (0...0.6, 3, ["0.0", "0.5"]),
      (0...0.6, 2, ["0.0", "0.5"]),
      (0.26...0.34, 2, ["0.26", "0.30", "0.34"]), (-6...6, 5, ["-5", "0", "5"]),
      (0...100_000, 3, ["0", "50 000", "100 000"]),
      (0...0.00002, 3, ["0", "1e-5", "2e-5"]), (3...3, 4, ["3"]),
      (0.1...0.3, 3, ["0.1", "0.2", "0.3"]),
      (1e8...3e8, 3, ["1e8", "2e8", "3e8"]),
    ])
  func ticks(_ range: ClosedRange<Double>, _ count: Int, _ expected: [String]) {
    #expect(Ticks(in: range, count: count).labels == expected)
  }

  @Test(
    "Logarithmic ticks are powers of ten, with more between where those are few",
    arguments: [
      (0.001...1.0, 4, ["0.001", "0.01", "0.1", "1"]), (0.2...0.7, 4, ["0.2", "0.5"]),
      (1e-6...1, 4, ["1e-6", "0.0001", "0.01", "1"]), (1...10, 3, ["1", "3", "10"]),
      (-1...1, 3, []),
    ])
  func logarithmic(_ range: ClosedRange<Double>, _ count: Int, _ expected: [String]) {
    #expect(Ticks(logarithmicIn: range, count: count).labels == expected)
  }

  @Test("Ticks are few, ascending and inside their range, whatever it is")
  func law() {
    for low in [-1e300, -3.7, 0, 1e-300, 0.1, 5e9] {
      for length in [Double.leastNonzeroMagnitude, 1e-9, 0.3, 7, 1e12, 1e300] {
        for count in [0, 2, 5] {
          let range = low...(low + length)
          let ticks = Ticks(in: range, count: count)
          let slack = length * 1e-6 + abs(low) * 1e-9
          #expect(ticks.values.count <= max(2, count) + 1)
          #expect(ticks.values.allSatisfy { $0 >= low - slack && $0 <= low + length + slack })
          #expect(zip(ticks.values, ticks.values.dropFirst()).allSatisfy { $0 < $1 })
          #expect(ticks.labels.count == ticks.values.count)
        }
      }
    }
  }
}
