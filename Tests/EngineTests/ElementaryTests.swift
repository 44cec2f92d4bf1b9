import Engine
import RealModule
import Testing

@Suite("Elementary functions in double precision")
struct ElementaryTests {
  @Test("Sine and cosine are within 3e-16 up to 1e5", arguments: [0.8, 7, 300, 1e5])
  func circle(limit: Double) {
    var random = Random(seed: 1, stream: .data)
    var sine = 0.0
    var cosine = 0.0
    for _ in 0..<200_000 {
      let x = random.uniform(-limit, limit)
      sine = max(sine, abs(Elementary.sine(x) - .sin(x)))
      cosine = max(cosine, abs(Elementary.cosine(x) - .cos(x)))
    }
    #expect(sine <= 3e-16)
    #expect(cosine <= 3e-16)
  }

  @Test("Sine and cosine keep their digits beside multiples of a quarter turn", arguments: 0..<400)
  func quarters(n: Int) {
    let x = (Double(n) - 200) * Double.pi / 2
    for y in [x, x.nextUp, x.nextDown, x + 1e-9] {
      #expect(abs(Elementary.sine(y) - .sin(y)) <= 3e-16)
      #expect(abs(Elementary.cosine(y) - .cos(y)) <= 3e-16)
    }
  }

  @Test("The logarithm is within 6e-16 for all sizes, also beside 1")
  func logarithm() {
    var random = Random(seed: 2, stream: .data)
    var worst = 0.0
    for _ in 0..<200_000 {
      for x in [Double.exp(random.uniform(-700, 700)), random.uniform(0.5, 2)] where x != 1 {
        worst = max(worst, abs(Elementary.logarithm(x) / .log(x) - 1))
      }
    }
    for x in [1 + 0x1p-52, 1 - 0x1p-53, 2, 0.5, .leastNormalMagnitude, .greatestFiniteMagnitude] {
      worst = max(worst, abs(Elementary.logarithm(x) / .log(x) - 1))
    }
    #expect(worst <= 6e-16)
    #expect(Elementary.logarithm(1) == 0)
  }
}
