/// The eigenvalues and eigenvectors of a small symmetric matrix.
///
/// Rotations in the planes of two axes bring one number beside the diagonal to 0 after the other, in
/// a fixed order, until all of them are: the same bits everywhere.
///
/// Source: C. G. J. Jacobi, *Über ein leichtes Verfahren, die in der Theorie der Säcularstörungen
/// vorkommenden Gleichungen numerisch aufzulösen* (1846); G. H. Golub, C. F. Van Loan, *Matrix
/// Computations* (2013), §8.5, for the cyclic form and the stable rotation.
public struct SymmetricEigen: Sendable {
  /// The eigenvalues, the largest first.
  public private(set) var values: [Double]
  /// The eigenvector of each, of length 1.
  public private(set) var vectors: [[Double]]

  /// More sweeps than any matrix needs: their number falls quadratically.
  private static let sweepLimit = 64

  /// Of a matrix `[n][n]`, of which the upper triangle is looked at; all of it NaN where a number is
  /// not finite.
  public init(_ matrix: [[Double]]) {
    let count = matrix.count
    precondition(matrix.allSatisfy { $0.count == count }, "a matrix with as many columns as rows")
    var a = matrix
    for row in 0..<count {
      for column in 0..<row { a[row][column] = a[column][row] }
    }
    guard a.allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
      values = Array(repeating: .nan, count: count)
      vectors = Array(repeating: values, count: count)
      return
    }
    var axes = (0..<count).map { row in (0..<count).map { $0 == row ? 1.0 : 0 } }
    for _ in 0..<Self.sweepLimit where !Self.isDiagonal(a) {
      for p in 0..<count {
        for q in (p + 1)..<max(p + 1, count) { Self.rotate(&a, &axes, p, q) }
      }
    }
    // Equal eigenvalues keep the order of their axes.
    let order = (0..<count).sorted { (a[$0][$0], -$0) > (a[$1][$1], -$1) }
    values = order.map { a[$0][$0] }
    vectors = order.map { axes[$0] }
  }

  /// Whether nothing beside the diagonal counts any more.
  private static func isDiagonal(_ a: [[Double]]) -> Bool {
    var (beside, all) = (0.0, 0.0)
    for row in a.indices {
      for column in a.indices {
        let square = a[row][column] * a[row][column]
        all += square
        if row != column { beside += square }
      }
    }
    return beside <= all * 1e-30
  }

  /// Turns axes p and q so that `a[p][q]` becomes 0; `axes` are kept as rows.
  private static func rotate(_ a: inout [[Double]], _ axes: inout [[Double]], _ p: Int, _ q: Int) {
    let middle = a[p][q]
    guard middle != 0 else { return }
    let half = (a[q][q] - a[p][p]) / (2 * middle)
    // The smaller of the two angles; for a huge `half` the square would overflow.
    let tangent =
      abs(half) > 1e150
      ? 0.5 / half : (half < 0 ? -1 : 1) / (abs(half) + (half * half + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    for k in a.indices {
      let (x, y) = (a[p][k], a[q][k])
      a[p][k] = cosine * x - sine * y
      a[q][k] = sine * x + cosine * y
      (axes[p][k], axes[q][k]) = (
        cosine * axes[p][k] - sine * axes[q][k], sine * axes[p][k] + cosine * axes[q][k]
      )
    }
    for k in a.indices {
      let (x, y) = (a[k][p], a[k][q])
      a[k][p] = cosine * x - sine * y
      a[k][q] = sine * x + cosine * y
    }
    a[p][q] = 0
    a[q][p] = 0
  }
}
