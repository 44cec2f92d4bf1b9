import Engine

/// What the machine's one core can do at most with lanes, as a measure of the workloads.
public enum MachinePeak {
  /// Multiplications and additions of numbers that stay in registers.
  public static var sums: Workload {
    Workload(
      name: "sums", summary: "multiply and add in registers", unit: "rounds", unitsPerRound: 1,
      operations: SumLoop.operations, tangents: 0, start: Run(SumLoop())
    ) { start in
      [check("limit", start.advanced(rounds: 1).peakResult, 2, within: 1e-6)]
    }
  }

  /// Hyperbolic tangents of numbers in the nearest cache.
  public static var tangents: Workload {
    Workload(
      name: "tangents", summary: "tanh in the nearest cache", unit: "rounds", unitsPerRound: 1,
      operations: 0, tangents: TangentLoop.count, start: Run(TangentLoop())
    ) { start in
      [check("tanh 0.5", start.advanced(rounds: 1).peakResult, 0.462_117_157, within: 1e-6)]
    }
  }
}

/// Independent chains of a product and a sum: as many as hide the time that each takes, and no more
/// than there are registers for.
struct SumLoop: Sendable {
  private static let turns = 1000
  #if PERCEPT_NATIVE
    private static let chains = 6
  #else
    private static let chains = 3
  #endif
  static let operations = turns * chains * laneCount * 2

  private var one = Lanes(repeating: 1)
  private var two = Lanes(repeating: 2)
  private var three = Lanes(repeating: 3)
  #if PERCEPT_NATIVE
    private var four = Lanes(repeating: 4)
    private var five = Lanes(repeating: 5)
    private var six = Lanes(repeating: 6)
  #endif

  /// The mean of what the chains have come to.
  var result: Float {
    #if PERCEPT_NATIVE
      let sum = one + two + three + four + five + six
    #else
      let sum = one + two + three
    #endif
    return sum.sum() / Float(laneCount * Self.chains)
  }

  /// x ← 0.75 x + 0.5, again and again: it settles at 2.
  @inline(never)
  mutating func run() {
    let (factor, shift) = (Lanes(repeating: 0.75), Lanes(repeating: 0.5))
    var (a, b, c) = (one, two, three)
    #if PERCEPT_NATIVE
      var (d, e, f) = (four, five, six)
    #endif
    for _ in 0..<Self.turns {
      a = a * factor + shift
      b = b * factor + shift
      c = c * factor + shift
      #if PERCEPT_NATIVE
        d = d * factor + shift
        e = e * factor + shift
        f = f * factor + shift
      #endif
    }
    (one, two, three) = (a, b, c)
    #if PERCEPT_NATIVE
      (four, five, six) = (d, e, f)
    #endif
  }
}

/// Hyperbolic tangents of the same 1024 numbers.
struct TangentLoop: Sendable {
  static let count = 64 * laneCount

  private let values = Array(repeating: Lanes(repeating: 0.5), count: 64)
  private var results = Array(repeating: Lanes(), count: 64)

  /// The last of them.
  var result: Float { results[63][0] }

  @inline(never)
  mutating func run() {
    let values = values
    let source = values.span
    var target = results.mutableSpan
    for index in 0..<64 { target[index] = source[index].hyperbolicTangent }
  }
}
