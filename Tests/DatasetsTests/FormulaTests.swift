import Engine
import RealModule
import Testing

@testable import Datasets

@Suite("Formulas")
struct FormulaTests {
  @Test(
    "A formula is read, written in its usual spelling, and has its value at (2, −3)",
    arguments: [
      ("x1", "x1", 2.0), (" X1 + 2 * x2 ", "x1+2*x2", -4), ("(x1+2)*x2", "(x1+2)*x2", -12),
      ("x1-x2-1", "x1-x2-1", 4), ("x1-(x2-1)", "x1-(x2-1)", 6), ("-x1^2", "-x1^2", -4),
      ("(-x1)^2", "(-x1)^2", 4), ("x1^3^2", "x1^3^2", 512), ("(x1^3)^2", "(x1^3)^2", 64),
      ("x1^-1", "x1^-1", 0.5), ("--x1", "--x1", 2), ("+x1", "x1", 2),
      ("x1/x2/2", "x1/x2/2", -1.0 / 3),
      ("x₁·x₂", "x1*x2", -6), ("x1 − x2", "x1-x2", 5), (".5*x1", "0.5*x1", 1),
      ("1e2*x1", "100*x1", 200),
      ("max(x1, x2)", "max(x1,x2)", 2), ("min(x1,x2)", "min(x1,x2)", -3), ("abs(x2)", "abs(x2)", 3),
      ("sign(x2)", "sign(x2)", -1), ("sqrt(x1*8)", "sqrt(x1*8)", 4), ("((x1))", "x1", 2),
      ("x1 + 0*π", "x1+0*pi", 2), ("x2*e", "x2*e", -8.154_845_485_377_136),
    ] as [(String, String, Double)])
  func reading(_ written: String, _ text: String, _ value: Double) throws {
    let formula = try Formula(written)
    #expect(formula.text == text)
    #expect(try Formula(text) == formula)
    #expect(formula.value(2, -3) == value)
  }

  @Test("Functions are the platform's, to the last digits")
  func functions() throws {
    let functions: [(String, (Double) -> Double)] = [
      ("sin(x1)", { .sin($0) }), ("cos(x1)", { .cos($0) }), ("tan(x1)", { .tan($0) }),
      ("exp(x1)", { .exp($0) }), ("log(abs(x1))", { .log(abs($0)) }), ("tanh(x1)", { .tanh($0) }),
      ("abs(x1)^0.7", { .pow(abs($0), 0.7) }), ("2^x1", { .pow(2, $0) }),
    ]
    for (written, expected) in functions {
      let formula = try Formula(written)
      for step in -600...600 where step != 0 {
        let x = Double(step) / 37
        let (value, reference) = (formula.value(x, 0), expected(x))
        // The tangent takes its sine's and cosine's errors with it.
        #expect(abs(value - reference) <= 1e-14 * max(1, abs(reference * reference)), "\(written)")
      }
    }
  }

  @Test("Where there is no value it is not finite, whatever the numbers")
  func undefined() throws {
    let formulas = [
      "1/x1", "log(x1)", "sqrt(x1)", "x1^0.5", "sin(x1)", "exp(x1)", "tan(x1)", "x1^x2",
      "min(x1,x2)",
      "tanh(x1)", "cos(x1*1e9)", "x1^-65",
    ]
    for written in formulas {
      let formula = try Formula(written)
      for x1 in [0, -1, 1e300, -1e300, .infinity, .nan, .leastNonzeroMagnitude] {
        let value = try Feature(written).value(Float(x1), 0)
        #expect(value.isFinite && abs(value) <= Feature.sizeLimit, "\(written) at \(x1)")
        _ = formula.value(x1, .infinity)
      }
    }
    #expect(try Formula("log(x1)").value(-1, 0).isNaN)
    #expect(try Formula("(0-x1)^0.5").value(2, 0).isNaN)
    #expect(try Formula("(0-x1)^65").value(1, 0) == -1)
    #expect(try !Feature("1/x1").isDefined(at: Example(0, 1, label: 0)))
    #expect(try Feature("1/x1").isDefined(at: Example(0.5, 1, label: 0)))
    #expect(try Feature("sqrt(x1)").value(-1, 0) == 0)
    #expect(try Feature("1/x1").value(0, 0) == 1e6)
  }

  @Test(
    "A mistake is told with its place and what was expected",
    arguments: [
      ("", "at character 1: expected x1, x2, a number, a function or “(”"),
      ("x1+", "at character 4: expected x1, x2, a number, a function or “(”"),
      ("x1 x2", "at character 4: expected an operator such as + or * or the end"),
      ("2x1", "at character 2: expected an operator such as + or * or the end"),
      ("sin x1", "at character 5: expected “(” after sin"),
      ("sin(x1", "at character 7: expected an operator or “)”"),
      ("min(x1)", "at character 7: expected “,” and a second value for min"),
      (
        "x1 & x2", "at character 4: expected x1, x2, a number, a function, + - * / ^ or parentheses"
      ),
      (
        "x3",
        "at character 1: expected one of x1, x2, pi, e, sin, cos, tan, exp, log, sqrt, abs, tanh, "
          + "sign, min, max"
      ),
      ("2*pi", "at character 1: expected a formula with x1 or x2 in it"),
      ("1e101*x1", "at character 1: expected a number up to 1e100"),
      (
        String(repeating: "1e9*", count: 8) + "x1",
        "at character 1: expected a formula of at most 80 characters in its usual spelling, which is "
          + String(repeating: "1000000000*", count: 8) + "x1"
      ),
    ])
  func mistakes(_ written: String, _ message: String) {
    let problem = #expect(throws: FormulaProblem.self) { try Formula(written) }
    #expect(problem?.description == message)
  }

  @Test("Neither length nor depth goes beyond its limit")
  func limits() throws {
    let long = String(repeating: "x1+", count: 26) + "x1"
    #expect(long.count == 80)
    _ = try Formula(long)
    #expect(throws: FormulaProblem.self) { try Formula(long + " ") }
    _ = try Formula(String(repeating: "-", count: 31) + "x1")
    #expect(throws: FormulaProblem.self) { try Formula(String(repeating: "-", count: 32) + "x1") }
    #expect(throws: FormulaProblem.self) { try Formula(String(repeating: "(", count: 80)) }
  }

  private static let pieces = [
    "x1", "x2", "+", "-", "*", "/", "^", "(", ")", ",", "sin(", "min(", "max(x1,", "1", "2.5", "e",
    "pi",
    " ", "sqrt(", "²", "1e9", ")", ")", "x1", "tanh(",
  ]

  @Test("Any text is a formula that its own text gives again, or a mistake with a place")
  func fuzz() {
    var random = Random(seed: 9, stream: .data)
    var read = 0
    for _ in 0..<20_000 {
      let text = (0...random.below(9)).map { _ in Self.pieces[random.below(Self.pieces.count)] }
        .joined()
      do {
        let formula = try Formula(text)
        #expect(try Formula(formula.text) == formula, "\(text)")
        #expect(formula.text.count <= Formula.lengthLimit)
        read += 1
      } catch {
        #expect((1...(text.count + 1)).contains(error.position), "\(text)")
      }
    }
    #expect(read > 300)
  }

  @Test("A feature is a name or a formula, and a name in parentheses is the name")
  func features() throws {
    #expect(try Feature("(x1)") == .x1)
    #expect(try Feature("x1sq") == .x1Squared)
    let formula = try Feature("sin( x1*x2 )")
    #expect(formula.rawValue == "sin(x1*x2)" && formula.title == "sin(x₁*x₂)" && formula.isFormula)
    #expect(Feature(rawValue: "x3") == nil)
    #expect(Feature.ordered([formula, .x2, .x1]) == [.x1, .x2, formula])
    #expect(formula.dependsOnX2 && !Feature.sineX1.dependsOnX2)
  }
}
