import Drawing
import TestSupport

/// Someone who sends a terminal keys, reports of the mouse and noise at random, the same for the same
/// seed.
struct Monkey {
  private var state: UInt64

  init(_ number: Int) { state = MonkeySeed.value &* 1000 &+ UInt64(number) }

  /// SplitMix64.
  /// Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(1, count))) }

  private mutating func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }

  /// Every character but q, which leaves, and the slash, which leads to files elsewhere.
  private static let characters = (0x20..<0x7F).compactMap(Unicode.Scalar.init).map(String.init)
    .filter { $0 != "q" && $0 != "/" }
  private static let keys =
    ["A", "B", "C", "D", "Z", "H", "F", "3~", "5~", "6~", "1;5C", "11~"].map { "\u{1B}[" + $0 }
    + ["\r", "\t", "\u{7F}", "\u{1B}", "\u{10}", "\u{12}", "\u{15}", "\u{1B}OP"]
  private static let texts = [
    "\r0.3\r", "\rnan\r", "\r1e39\r", "\r-7\r", "asin(x1*x2)\r", "a1)x\r", ":noise\r", ":wiring\r",
    ":open spiral\r", ":open digits\r", "Oiris\r", "Otable.csv\r", "Obroken.csv\r", "Opoints.csv\r",
    "Wpoints.csv\r", "Rrun.cast\r", "R", "é", "漢字", "👩‍👩‍👧", "e\u{301}",
  ]
  private static let garbled = [
    "\u{1B}[<", "\u{1B}[<0;5", "\u{1B}[<999999999999;1;1M", "\u{1B}[<;;M", "\u{1B}[<-1;2;3M",
    "\u{1B}[<0;1;2;3M", "\u{1B}[<35;0;0m", "\u{1B}[M !!", "\u{1B}[M", "\u{1B}[<0;99999;99999M",
    "\u{1B}[9999999999~", "\u{1B}]52;c;AAAA\u{7}", "\u{1B}[200~pasted\u{1B}[201~", "\u{1B}O",
  ]

  /// One more thing that a person, or a line with noise, may send.
  mutating func bytes(on size: Size) -> [UInt8] {
    switch below(100) {
    case 0..<45: return Array(one(of: Self.characters).utf8)
    case 45..<62: return Array(one(of: Self.keys).utf8)
    case 62..<66: return Array(one(of: Self.texts).utf8)
    case 66..<68: return Array(one(of: Self.garbled).utf8)
    case 68..<69: return [UInt8(0x80 + below(0x80))]
    default: return Array(report(size).utf8)
    }
  }

  /// A report of the mouse: mostly motion, of any kind and button, now and then outside.
  private mutating func report(_ size: Size) -> String {
    let code =
      below(3) == 0 ? one(of: [0, 1, 2, 3, 64, 65, 66, 67, 96, 127]) : one(of: [32, 34, 35])
    let modifiers = below(6) == 0 ? one(of: [4, 8, 16, 20]) : 0
    let column = below(size.width + 4)
    let row = below(size.height + 4)
    return "\u{1B}[<\(code | modifiers);\(column);\(row)\(below(3) == 0 ? "m" : "M")"
  }

  /// Now and then tiny, mostly one that holds the whole picture.
  mutating func size() -> Size {
    switch below(8) {
    case 0: Size(width: 1 + below(20), height: 1 + below(8))
    case 1: Size(width: 80 + below(120), height: 24 + below(40))
    case 2: Size(width: 120, height: 40)
    default: Size(width: 80, height: 24)
    }
  }
}
