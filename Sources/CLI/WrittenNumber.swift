import ArgumentParser
import Foundation

/// Numbers as options of the command line have them: an error says what was expected.
enum WrittenNumber {
  /// Reads whole numbers in a range.
  static func whole(_ range: ClosedRange<Int>) -> @Sendable (String) throws -> Int {
    { text in
      guard let number = Int(text), range.contains(number) else {
        throw ValidationError(
          "expected a whole number from \(range.lowerBound) to \(range.upperBound)")
      }
      return number
    }
  }

  /// Reads numbers in a range.
  static func real(_ range: ClosedRange<Double>) -> @Sendable (String) throws -> Double {
    { text in
      guard let number = Double(text), range.contains(number) else {
        let (low, high) = (range.lowerBound, range.upperBound)
        throw ValidationError(String(format: "expected a number from %g to %g", low, high))
      }
      return number
    }
  }
}
