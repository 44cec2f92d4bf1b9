extension Field {
  /// The lines along which the field changes its sign, in pixels of the field, whose centres lie at
  /// halves; a closed line ends where it begins. Zero counts as positive, and beside NaN there is no
  /// line.
  ///
  /// Each square of four centres has the lines that its corners' signs ask for; where two of them
  /// cross, the mean of the corners decides.
  ///
  /// Source: W. E. Lorensen, H. E. Cline, "Marching Cubes", 1987, in the plane.
  public func contours(tolerance: Double = 0.12) -> [[PixelPlace]] {
    var pieces: [(from: Int, to: Int)] = []
    for y in 0..<max(0, height - 1) {
      for x in 0..<max(0, width - 1) { addPieces(x, y, &pieces) }
    }
    return joined(pieces).map { edges in
      PixelPath.simplified(edges.map(place(on:)), tolerance: tolerance)
    }
  }

  /// The edge right of a pixel's centre, and the one below it.
  private func edge(_ x: Int, _ y: Int, isDown: Bool) -> Int {
    2 * (y * width + x) + (isDown ? 1 : 0)
  }

  private func addPieces(_ x: Int, _ y: Int, _ pieces: inout [(from: Int, to: Int)]) {
    let index = y * width + x
    guard values.indices.contains(index + width + 1) else { return }
    let corners = (
      values[index], values[index + 1], values[index + width], values[index + width + 1]
    )
    let a = corners.0 < 0
    let (b, c, d) = (corners.1 < 0, corners.2 < 0, corners.3 < 0)
    if a == b, b == c, c == d { return }
    let sum = corners.0 + corners.1 + corners.2 + corners.3
    guard !sum.isNaN else { return }
    let (top, bottom) = (edge(x, y, isDown: false), edge(x, y + 1, isDown: false))
    let (left, right) = (edge(x, y, isDown: true), edge(x + 1, y, isDown: true))
    if a == d, b == c {
      // A saddle: the corners of the mean's sign hang together.
      let joinsMain = (sum < 0) == a
      pieces.append((joinsMain ? top : left, joinsMain ? right : top))
      pieces.append((joinsMain ? left : bottom, joinsMain ? bottom : right))
      return
    }
    var crossed: [Int] = []
    if a != b { crossed.append(top) }
    if c != d { crossed.append(bottom) }
    if a != c { crossed.append(left) }
    if b != d { crossed.append(right) }
    if crossed.count == 2 { pieces.append((crossed[0], crossed[1])) }
  }

  /// Where the sign changes along an edge.
  private func place(on edge: Int) -> PixelPlace {
    let (x, y) = (edge / 2 % width, edge / 2 / width)
    let isDown = edge % 2 == 1
    let first = Double(values[y * width + x])
    let second = Double(values[isDown ? (y + 1) * width + x : y * width + x + 1])
    let ratio = first / (first - second)
    let share = ratio.isFinite ? min(max(ratio, 0), 1) : 0.5
    return PixelPlace(
      Double(x) + 0.5 + (isDown ? 0 : share), Double(y) + 0.5 + (isDown ? share : 0))
  }

  /// Pieces that share an edge as lines of edges.
  private func joined(_ pieces: [(from: Int, to: Int)]) -> [[Int]] {
    // The one or two pieces of every edge; looked up, never gone through in its own order.
    var users: [Int: (Int, Int?)] = [:]
    for (index, piece) in pieces.enumerated() {
      for edge in [piece.from, piece.to] {
        users[edge] = users[edge].map { ($0.0, index) } ?? (index, nil)
      }
    }
    var isUsed = Array(repeating: false, count: pieces.count)
    func follow(_ start: Int) -> [Int] {
      var edges: [Int] = []
      var edge = start
      while let (one, other) = users[edge] {
        guard let next = [one, other].compactMap({ $0 }).first(where: { !isUsed[$0] }) else {
          break
        }
        isUsed[next] = true
        edge = pieces[next].from == edge ? pieces[next].to : pieces[next].from
        edges.append(edge)
      }
      return edges
    }
    var lines: [[Int]] = []
    for index in pieces.indices where !isUsed[index] {
      isUsed[index] = true
      let forward = follow(pieces[index].to)
      let backward = follow(pieces[index].from)
      lines.append(backward.reversed() + [pieces[index].from, pieces[index].to] + forward)
    }
    return lines
  }
}
