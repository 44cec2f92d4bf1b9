extension LossSurface {
  /// The loss at a place of the plane, from the finest complete lattice; straight between its places.
  ///
  /// NaN outside, before anything is known, and beside a loss that is not finite.
  public func loss(a: Double, b: Double) -> Double {
    let half = Double(side / 2)
    return value(column: half + a / extent * half, row: half - b / extent * half)
  }

  /// The loss at a column and a row of `losses`, whole numbers or between.
  public func value(column: Double, row: Double) -> Double {
    let last = Double(side - 1)
    guard stride > 0, column >= 0, column <= last, row >= 0, row <= last else { return .nan }
    let step = Double(stride)
    let (x, y) = (column / step, row / step)
    let (left, top) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
    let (right, down) = (x - Double(left), y - Double(top))
    func known(_ x: Int, _ y: Int) -> Double { losses[y * stride * side + x * stride] }
    // A neighbour without a share must not spoil a loss: 0 · ∞ is NaN.
    func between(_ y: Int) -> Double {
      right == 0 ? known(left, y) : known(left, y) * (1 - right) + known(left + 1, y) * right
    }
    return down == 0 ? between(top) : between(top) * (1 - down) + between(top + 1) * down
  }

  /// The smallest and the largest of the finite losses so far; nil without any.
  public var range: ClosedRange<Double>? {
    var (low, high) = (Double.infinity, -Double.infinity)
    for loss in losses where loss.isFinite {
      low = min(low, loss)
      high = max(high, loss)
    }
    return low <= high ? low...high : nil
  }

  /// How many of the losses that are known are not finite.
  public var brokenCount: Int {
    count - losses.count(where: \.isFinite)
  }
}
