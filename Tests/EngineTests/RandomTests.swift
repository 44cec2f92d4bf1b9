import Testing

@testable import Engine

@Suite("Random numbers")
struct RandomTests {
  @Test("A seed gives the same numbers for ever")
  func literal() {
    var random = Random(seed: 42, stream: .data)
    let first = (0..<4).map { _ in random.next() }
    #expect(
      first == [
        5_789_347_769_710_985_855, 9_668_748_250_066_586_308, 17_921_664_400_057_170_238,
        15_029_615_041_322_816_943,
      ])
    var order = Random(seed: 42, stream: .order)
    var values = Array(0..<10)
    order.shuffle(&values)
    #expect(values == [5, 4, 0, 3, 9, 7, 8, 2, 6, 1])
    var weights = Random(seed: 42, stream: .initialization, index: 1)
    #expect(weights.normal().bitPattern == 13_834_677_583_816_122_432)
    #expect(weights.below(1000) == 206)
  }

  @Test("SplitMix64 gives its published numbers")
  func splitMix() {
    // The first outputs for the seed 1234567 in the reference implementation of S. Vigna.
    var mix = SplitMix64(seed: 1_234_567)
    #expect(mix.next() == 6_457_827_717_110_365_317)
    #expect(mix.next() == 3_203_168_211_198_807_973)
  }

  @Test("Streams, indices and seeds, near ones too, give different numbers")
  func streams() {
    var seen: Set<UInt64> = []
    var expected = 0
    for stream in [RandomStream.data, .split, .initialization, .order] {
      for seed: UInt64 in [0, 1, 2, 3, 1 << 32, .max] {
        for index: UInt64 in 0..<8 {
          var random = Random(seed: seed, stream: stream, index: index)
          for _ in 0..<4 { seen.insert(random.next()) }
          expected += 4
        }
      }
    }
    #expect(seen.count == expected)
  }

  @Test("A copy goes on equally")
  func copies() {
    var random = Random(seed: 5, stream: .split)
    _ = random.next()
    var copy = random
    #expect(copy == random)
    for _ in 0..<100 { #expect(copy.next() == random.next()) }
  }

  @Test(
    "Uniform numbers stay in their bounds, the upper one left out",
    arguments: [[0.0, 1], [-0.5, 0.5], [1, 2], [-3, -1], [1, 1 + 0x1p-52], [7, 7]] as [[Double]])
  func uniform(bounds: [Double]) {
    let (low, high) = (bounds[0], bounds[1])
    var random = Random(seed: 8, stream: .data)
    for _ in 0..<10_000 {
      let x = random.uniform(low, high)
      #expect(x >= low && (x < high || low == high && x == low))
    }
  }

  @Test("Uniform numbers have the moments of theirs")
  func uniformMoments() {
    let (mean, variance, skew) = moments { $0.uniform(-1, 1) }
    // Four standard errors of 10⁵ draws.
    #expect(abs(mean) < 0.0074)
    #expect(abs(variance - 1 / 3.0) < 0.004)
    #expect(abs(skew) < 0.02)
  }

  @Test("Normal numbers have mean 0, variance 1, no skew, and the right share of far ones")
  func normalMoments() {
    let (mean, variance, skew) = moments { $0.normal() }
    #expect(abs(mean) < 0.0127)
    #expect(abs(variance - 1) < 0.018)
    #expect(abs(skew) < 0.05)
    var random = Random(seed: 12, stream: .data)
    let far = (0..<100_000).count { _ in abs(random.normal()) > 2 }
    // 4.55 % lie beyond two standard deviations; ±4 standard errors.
    #expect((4286...4814).contains(far))
  }

  @Test("Whole numbers below a bound are equally likely", arguments: [1, 2, 3, 7, 10, 100])
  func below(count: Int) {
    var random = Random(seed: 4, stream: .split)
    var hits = Array(repeating: 0, count: count)
    let draws = 1000 * count
    for _ in 0..<draws { hits[random.below(count)] += 1 }
    let chi = hits.reduce(0.0) { $0 + Double(($1 - 1000) * ($1 - 1000)) / 1000 }
    // χ² has mean n − 1 and variance 2 (n − 1); five deviations.
    #expect(chi <= Double(count - 1) + 5 * (2 * Double(count)).squareRoot())
  }

  @Test("A bound of 3·2⁶¹ is not biased, as a plain product would be")
  func bias() {
    // Without rejection, the numbers 2, 5, 8 … would have a share of 1/4 instead of 1/3.
    var random = Random(seed: 6, stream: .split)
    let bound = 3 << 61
    let third = (0..<20_000).count { _ in random.below(bound) % 3 == 2 }
    #expect((6400...6933).contains(third))
  }

  @Test("Each value comes to each place equally often")
  func shuffle() {
    var random = Random(seed: 7, stream: .order)
    var hits = Array(repeating: Array(repeating: 0, count: 5), count: 5)
    for _ in 0..<10_000 {
      var values = Array(0..<5)
      random.shuffle(&values)
      #expect(values.sorted() == Array(0..<5))
      for (place, value) in values.enumerated() { hits[value][place] += 1 }
    }
    // 2000 ± 5 standard deviations.
    #expect(hits.allSatisfy { row in row.allSatisfy { (1800...2200).contains($0) } })
    var none: [Int] = []
    random.shuffle(&none)
    #expect(none.isEmpty)
  }

  @Test("Any values are shuffled as whole numbers are")
  func genericShuffle() {
    var numbers = Array(0..<20)
    var texts = numbers.map(String.init)
    var random = Random(seed: 3, stream: .order)
    var same = random
    random.shuffle(&numbers)
    same.shuffle(&texts)
    #expect(texts == numbers.map(String.init))
    #expect(random == same)
  }

  /// Mean, variance and skewness of 10⁵ draws.
  private func moments(_ draw: (inout Random) -> Double) -> (Double, Double, Double) {
    var random = Random(seed: 11, stream: .data)
    let values = (0..<100_000).map { _ in draw(&random) }
    let mean = values.reduce(0, +) / 100_000
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 100_000
    let cubes = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) * ($1 - mean) } / 100_000
    return (mean, variance, cubes / (variance * variance.squareRoot()))
  }
}
