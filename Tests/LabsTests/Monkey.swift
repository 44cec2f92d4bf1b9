import Drawing
import Engine
import Lessons
import TestSupport

@testable import Labs

/// Someone who presses, clicks and types at random, the same for the same seed.
struct Monkey {
  private static let keys = KeyMap.bindings.flatMap(\.keys)
  private static let otherKeys: [Key] =
    [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown, .function(5), .control("j"), .control("u"), .control("l"),
    ] + "0123456789.,-+eE()*/^x nai漢é👩‍👩‍👧\u{301}\u{200B}".map { .character($0) }
  private static let texts = [
    "0", "1", "-1", "0.5", "100", "1e30", "-1e38", "1e-45", "nan", "inf", "-0", "99999999999999999",
    "", "sin(x1*x2)", "x1/x2", "exp(exp(x1))", "x1^x2", "log(x1)", "(((", "relu", "true", "adam",
    "1,2", "0x10", "½", "circle", "spiral",
  ]
  private static let words = [
    "activation", "wiring", "seed", "noise", "data", "open", "v", "zz", "",
  ]

  var random: Random

  init(_ number: UInt64) {
    random = Random(seed: MonkeySeed.value, stream: .order, index: number)
  }

  private mutating func one<Value>(of values: [Value]) -> Value {
    values[random.below(values.count)]
  }

  /// What happens next; several messages where they belong together.
  mutating func next(on size: Size, presets: [Preset] = []) -> [Message] {
    switch random.below(1000) {
    case 0..<520: return [.key(one(of: Self.keys))]
    case 520..<640: return [.key(one(of: Self.otherKeys))]
    case 640..<690: return typed([.enter], one(of: Self.texts))
    case 690..<700: return typed([.character("a")], one(of: Self.texts))
    case 700..<730: return typed([.character(":")], one(of: Self.words))
    case 730..<740: return [.resized(anySize(), one(of: Self.capabilities))]
    case 740..<745:
      return [.measured(stepsPerSecond: one(of: [0, 1, 750, 1e300, .infinity, .nan]))]
    case 745..<748: return presets.isEmpty ? [] : [.opened(one(of: presets))]
    case 748..<750: return [.told("Something was told.")]
    case 750..<860: return [.tick(steps: one(of: [-1, 0, 1, 1, 2, 5, 30]))]
    default: return mouse(on: size)
    }
  }

  private func typed(_ before: [Key], _ text: String) -> [Message] {
    (before + text.map { .character($0) } + [.enter]).map { .key($0) }
  }

  /// A single event, or a press that is dragged and let go, with keys in between.
  private mutating func mouse(on size: Size) -> [Message] {
    guard random.below(3) == 0 else {
      return [.mouse(event(one(of: [.hover, .hover, .press, .press, .wheelUp, .wheelDown]), size))]
    }
    var messages: [Message] = [.mouse(event(.press, size))]
    for _ in 0..<random.below(4) {
      if random.below(2) == 0 { messages.append(.key(one(of: Self.keys))) }
      messages.append(.mouse(event(.drag, size)))
    }
    return messages + [.mouse(event(.release, size))]
  }

  private mutating func event(_ kind: MouseEvent.Kind, _ size: Size) -> MouseEvent {
    let isFar = random.below(20) == 0
    let place =
      isFar
      ? Point(x: one(of: [-1, 0, 999_999]), y: one(of: [-1, 0, 999_999]))
      : Point(x: random.below(size.width + 3), y: random.below(size.height + 3))
    let button: MouseEvent.Button =
      [.press, .release, .drag].contains(kind) ? one(of: [.left, .left, .middle, .right]) : .none
    var event = MouseEvent(
      kind, button: button, at: place, shift: random.below(8) == 0, control: random.below(8) == 0)
    event.isDouble = kind == .press && random.below(4) == 0
    return event
  }

  static let capabilities = ColorDepth.allCases.flatMap { depth in
    GlyphSet.allCases.flatMap { glyphs in
      Theme.allCases.map { Capabilities(depth: depth, glyphs: glyphs, theme: $0) }
    }
  }

  mutating func anyCapabilities() -> Capabilities { one(of: Self.capabilities) }

  /// Mostly one that holds the whole screen, now and then a tiny or a large one.
  mutating func anySize() -> Size {
    switch random.below(6) {
    case 0: Size(width: 1 + random.below(90), height: 1 + random.below(30))
    case 1: Size(width: 80 + random.below(160), height: 24 + random.below(50))
    default: one(of: [Size(width: 80, height: 24), Size(width: 120, height: 40)])
    }
  }
}
