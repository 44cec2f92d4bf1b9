/// Whether a network's probabilities mean what they say: of the samples it calls 80 % sure, 80 %
/// should come true.
public struct Calibration: Equatable, Sendable {
  /// The samples whose probability lies in one of the equal parts of 0…1.
  public struct Bin: Equatable, Sendable {
    /// How many there are.
    public let count: Int
    /// The mean of their probabilities, 0…1; nil without a sample.
    public let confidence: Double?
    /// The share of them that came true, 0…1; nil without a sample.
    public let frequency: Double?
  }

  /// From the least sure part on. The first holds its lower and its upper end, each other one its
  /// upper end alone, as in the source.
  public let bins: [Bin]

  /// ECE = Σ count/n · |frequency − confidence| over the bins, 0…1: how far the bars of a reliability
  /// diagram are off, on average.
  ///
  /// Source: M. P. Naeini, G. F. Cooper, M. Hauskrecht, *Obtaining Well Calibrated Probabilities
  /// Using Bayesian Binning* (2015); C. Guo et al., *On Calibration of Modern Neural Networks* (2017).
  public let expectedError: Double

  /// The largest |frequency − confidence| of a bin with a sample, 0…1.
  public let largestError: Double

  /// The mean of (p − y)², y being 1 for what came true and 0 for the rest, 0…1: 0 is all right and
  /// all sure, 0.25 is always saying 50 %.
  ///
  /// Source: G. W. Brier, *Verification of Forecasts Expressed in Terms of Probability* (1950), by
  /// half for two classes, as is usual today.
  public let brierScore: Double

  /// Compares probabilities with what came true.
  ///
  /// - Parameters:
  ///   - probabilities: each 0…1.
  ///   - isTrue: whether it came true, sample by sample.
  ///   - bins: parts of 0…1, at least 1.
  /// - Returns: nil without samples, or if a number is no probability.
  public init?(probabilities: [Double], isTrue: [Bool], bins: Int = 10) {
    precondition(probabilities.count == isTrue.count, "every probability needs an outcome")
    precondition(bins >= 1, "a diagram needs a bin")
    guard !probabilities.isEmpty, probabilities.allSatisfy((0...1).contains) else { return nil }
    var counts = Array(repeating: 0, count: bins)
    var trues = counts
    var sums = Array(repeating: 0.0, count: bins)
    var squares = 0.0
    for (probability, isTrue) in zip(probabilities, isTrue) {
      // The part whose upper end is the first that is not below.
      let part = Int((probability * Double(bins)).rounded(.up)) - 1
      let bin = min(max(part, 0), bins - 1)
      counts[bin] += 1
      trues[bin] += isTrue ? 1 : 0
      sums[bin] += probability
      let error = probability - (isTrue ? 1 : 0)
      squares += error * error
    }
    let total = Double(probabilities.count)
    self.bins = (0..<bins).map { bin in
      let count = Double(counts[bin])
      return Bin(
        count: counts[bin], confidence: count > 0 ? sums[bin] / count : nil,
        frequency: count > 0 ? Double(trues[bin]) / count : nil)
    }
    var (expected, largest) = (0.0, 0.0)
    for bin in self.bins {
      guard let frequency = bin.frequency, let confidence = bin.confidence else { continue }
      let error = abs(frequency - confidence)
      expected += Double(bin.count) / total * error
      largest = max(largest, error)
    }
    expectedError = expected
    largestError = largest
    brierScore = squares / total
  }
}
