/// Lengths or distances in steps: a symbol tells the step, a few bits the number within it.
struct DeflateSteps {
  /// The first number of each step.
  private let starts: [Int]
  /// Bits for the number within it.
  private let bits: [Int]
  /// The step of every number up to 258, or of every 128th one above.
  private let near: [UInt8]
  private let far: [UInt8]

  /// The lengths of copies, from 3 to 258.
  static let lengths = DeflateSteps(
    first: 3, bits: [0, 0, 0, 0] + (0...5).flatMap { Array(repeating: $0, count: 4) } + [0],
    last: 258)
  /// How far back copies reach, from 1 to 32768.
  static let distances = DeflateSteps(
    first: 1, bits: [0, 0] + (0...13).flatMap { [$0, $0] }, last: nil)

  /// - Parameter last: a number that has a step of its own at the end.
  private init(first: Int, bits: [Int], last: Int?) {
    self.bits = bits
    var starts: [Int] = []
    var start = first
    for count in bits {
      starts.append(start)
      start += 1 << count
    }
    if let last { starts[starts.count - 1] = last }
    self.starts = starts
    func step(_ number: Int) -> UInt8 {
      UInt8(truncatingIfNeeded: (starts.lastIndex { $0 <= number }) ?? 0)
    }
    near = (0...258).map(step)
    far = (0...256).map { step($0 * 128 + 1) }
  }

  /// The step that a number is in.
  func step(of number: Int) -> Int {
    // From 257 on every step begins after a multiple of 128.
    Int(number < near.count ? near[number] : far[(number - 1) / 128])
  }

  /// Writes which number of the step it is.
  func writeRest(of number: Int, _ step: Int, to writer: inout BitWriter) {
    writer.write(UInt32(truncatingIfNeeded: number - starts[step]), count: bits[step])
  }
}
