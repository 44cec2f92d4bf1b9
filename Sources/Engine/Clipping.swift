/// What keeps a single large gradient from throwing the weights far away.
///
/// By norm, a gradient longer than c keeps its direction and becomes g · c / (‖g‖ + 10⁻⁶); by value,
/// each of its numbers is brought to −c…c.
///
/// Source: R. Pascanu, T. Mikolov, Y. Bengio, *On the difficulty of training recurrent neural
/// networks* (2013), for the norm; the 10⁻⁶ is PyTorch's.
public enum Clipping: Hashable, Sendable {
  /// Gradients stay as they are.
  case none
  /// The length of the whole gradient is at most this, 0 or more.
  case norm(Float)
  /// Each number of the gradient is at most this in size, 0 or more.
  case value(Float)

  /// Each kind with a usual limit, in the order of the menus.
  public static let allCases: [Clipping] = [.none, .norm(1), .value(0.5)]

  /// Its name in menus and presets.
  public var name: String {
    switch self {
    case .none: "none"
    case .norm: "norm"
    case .value: "value"
    }
  }

  /// What it does, in the course's notation.
  public var formula: String {
    switch self {
    case .none: "g"
    case .norm: "g · min(1, c / (‖g‖ + 10⁻⁶))"
    case .value: "min(max(g, -c), c) for each number"
    }
  }

  /// The kind of that name, with its usual limit.
  public static func named(_ name: String) -> Clipping? { allCases.first { $0.name == name } }

  /// The limit c; nil where there is none.
  public var limit: Float? {
    switch self {
    case .none: nil
    case .norm(let limit), .value(let limit): limit
    }
  }

  /// The same kind with another limit; unchanged where there is none.
  public func with(limit: Float) -> Clipping {
    switch self {
    case .none: .none
    case .norm: .norm(limit)
    case .value: .value(limit)
    }
  }

  /// Clips a gradient; a NaN stays, for the step to find, and by norm an infinity as well. By value
  /// an infinity becomes the limit.
  ///
  /// - Returns: the gradient's norm before, summed in double precision.
  @discardableResult
  public func apply(to gradient: inout MutableSpan<Float>) -> Double {
    let norm = Self.norm(of: gradient.span)
    switch self {
    case .none: break
    case .norm(let limit):
      let scale = Double(max(limit, 0)) / (norm + 1e-6)
      if scale < 1 && norm.isFinite {
        let factor = Float(scale)
        for index in 0..<gradient.count { gradient[index] *= factor }
      }
    case .value(let limit):
      let high = max(limit, 0)
      for index in 0..<gradient.count {
        let slope = gradient[index]
        gradient[index] = slope > high ? high : slope < -high ? -high : slope
      }
    }
    return norm
  }

  /// √Σg², by sixteen sums side by side, which are added in pairs.
  private static func norm(of gradient: Span<Float>) -> Double {
    var sums = SIMD16<Double>()
    let whole = gradient.count / 16 * 16
    var start = 0
    while start < whole {
      var values = SIMD16<Double>()
      for lane in 0..<16 { values[lane] = Double(gradient[start + lane]) }
      sums += values * values
      start += 16
    }
    for index in whole..<gradient.count {
      let value = Double(gradient[index])
      sums[index - whole] += value * value
    }
    let eight = sums.lowHalf + sums.highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return (two[0] + two[1]).squareRoot()
  }
}
