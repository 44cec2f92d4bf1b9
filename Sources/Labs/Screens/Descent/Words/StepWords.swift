import Drawing
import Engine
import Studio

/// What an optimiser did in a step, in words and numbers.
struct StepWords {
  /// The step.
  let step: DescentStep
  /// The losses before and after; nil where there is none any more.
  let losses: (before: Double, after: Double)

  /// What the optimiser did with the gradient.
  var lines: [StepLine] {
    if let narrated = step.optimizerAfter as? any Narrated { return narrated.lines(of: step) }
    return step.optimizerAfter.momentNames.map { name in
      let (old, new) = step.moment(name)
      return StepLine(
        words: "Its \(name) changes:", symbol: name, work: "from \(text(old))", value: new,
        replaces: true)
    } + [
      StepLine(
        words: "It moves the weights:", symbol: "Δ", work: "w' - w", value: SIMD2(step.move))
    ]
  }

  /// Where it started: the gradient, and what became of it before the optimiser saw it.
  var opening: [(words: String, formula: String)] {
    let noisy = step.slope + step.noise
    var parts: [(words: String, formula: String)] = [
      ("At w = \(text(step.before)) the gradient, uphill, is", "g = \(text(step.slope))")
    ]
    if step.noise != .zero {
      parts.append(("Noise, as that of a mini-batch, makes of it", "g = \(text(noisy))"))
    }
    if step.gradient != noisy {
      parts.append(("Clipping leaves of it", "g = \(text(step.gradient))"))
    }
    return parts
  }

  /// Where it led, and whether that was good.
  var ending: String {
    let places = texts(step.before, step.after) { pair, digits in
      let numbers = [pair.x, pair.y].map { format(Double($0), significantDigits: digits) }
      return "(\(numbers[0]), \(numbers[1]))"
    }
    let way = "So w goes from \(places.0) to \(places.1)"
    guard losses.after.isFinite else {
      return way + ", where the loss is no number any more."
    }
    let (before, after) = texts(losses.before, losses.after) {
      format($0, significantDigits: $1)
    }
    let slope = SIMD2<Double>(step.slope)
    let isUphill = (SIMD2<Double>(step.move) * slope).sum() > 0
    if losses.after < losses.before { return way + "; the loss falls from \(before) to \(after)." }
    if losses.after == losses.before { return way + "; the loss stays at \(after)." }
    let rise = way + "; the loss rises from \(before) to \(after)"
    return isUphill
      ? rise + ": what is left of earlier steps led uphill."
      : rise + ": it was the right way, but too far."
  }
}
