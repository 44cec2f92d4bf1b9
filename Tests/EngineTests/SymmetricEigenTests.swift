import Testing

@testable import Engine

@Suite("Eigenvalues of small symmetric matrices")
struct SymmetricEigenTests {
  private func random(_ count: Int, seed: UInt64) -> [[Double]] {
    var random = Random(seed: seed, stream: .data)
    var matrix = (0..<count).map { _ in (0..<count).map { _ in random.normal() } }
    for row in 0..<count {
      for column in 0..<row { matrix[row][column] = matrix[column][row] }
    }
    return matrix
  }

  @Test(
    "Vectors are orthonormal, and the matrix stretches each by its value", arguments: [1, 2, 5, 64])
  func decomposes(_ count: Int) {
    let matrix = random(count, seed: UInt64(count))
    let eigen = SymmetricEigen(matrix)
    #expect(eigen.values == eigen.values.sorted(by: >))
    for (index, vector) in eigen.vectors.enumerated() {
      for (row, other) in eigen.vectors.enumerated() {
        #expect(abs(product(vector, other) - (row == index ? 1 : 0)) < 1e-12)
      }
      for row in matrix.indices {
        #expect(abs(product(matrix[row], vector) - eigen.values[index] * vector[row]) < 1e-11)
      }
    }
    let trace = matrix.indices.reduce(0) { $0 + matrix[$1][$1] }
    #expect(abs(eigen.values.reduce(0, +) - trace) < 1e-10)
  }

  @Test("The values of a matrix worked out by hand")
  func byHand() {
    // Characteristic polynomial λ² − 5λ + 0: 5 and 0, with (1, 2)/√5.
    let eigen = SymmetricEigen([[1, 2], [2, 4]])
    #expect(abs(eigen.values[0] - 5) < 1e-14 && abs(eigen.values[1]) < 1e-14)
    #expect(abs(abs(eigen.vectors[0][1]) - 2 / 5.0.squareRoot()) < 1e-14)
  }

  @Test("Nothing, equal values and what is not a number are no trouble")
  func edges() {
    #expect(SymmetricEigen([]).values.isEmpty)
    #expect(SymmetricEigen([[3, 0], [0, 3]]).vectors == [[1, 0], [0, 1]])
    #expect(SymmetricEigen([[0, 0], [0, 0]]).values == [0, 0])
    #expect(SymmetricEigen([[1, .nan], [.nan, 1]]).values.allSatisfy { $0.isNaN })
    #expect(SymmetricEigen([[1, 1e-300], [1e-300, 1]]).values.allSatisfy { abs($0 - 1) < 1e-15 })
  }
}
