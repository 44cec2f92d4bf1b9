import Testing

@testable import Engine

@Suite("Directions of a plane through the weights")
struct PlaneDirectionsTests {
  private func norm(_ vector: [Float], _ range: Range<Int>) -> Double {
    range.reduce(0.0) { $0 + Double(vector[$1]) * Double(vector[$1]) }.squareRoot()
  }

  private func expectFilterNormalised(_ directions: PlaneDirections, _ network: Network) {
    var rows = 0
    for matrix in network.weights {
      for start in stride(
        from: matrix.range.lowerBound, to: matrix.range.upperBound, by: matrix.columns)
      {
        let row = start..<(start + matrix.columns)
        let own = norm(network.parameters, row)
        #expect(abs(norm(directions.first, row) - own) <= 1e-6 * own)
        #expect(abs(norm(directions.second, row) - own) <= 1e-6 * own)
        rows += 1
      }
    }
    #expect(rows > 0)
    let isWeight = Set(network.weights.flatMap(\.range))
    for index in network.parameters.indices where !isWeight.contains(index) {
      #expect(directions.first[index] == 0 && directions.second[index] == 0)
    }
  }

  @Test("Each unit's part is as long as its weights, biases stay, and the two are at right angles")
  func filterNormalised() {
    for network in [Fixtures.network([3, 5, 4, 2]), Fixtures.network([2, 1])] {
      let directions = PlaneDirections(randomFor: network, seed: 7)
      expectFilterNormalised(directions, network)
      let mixed = dot(directions.first, directions.second)
      #expect(abs(mixed) < 1e-6 * directions.firstLength * directions.secondLength)
      #expect(abs(directions.firstLength - directions.secondLength) < 1e-6 * directions.firstLength)
    }
  }

  @Test("Layers of every kind have filter-normalised directions", arguments: LayerShape.all)
  func layers(shape: LayerShape) {
    let network = shape.trainer().network
    expectFilterNormalised(PlaneDirections(randomFor: network, seed: 1), network)
  }

  @Test("Units with one weight have it in both directions, with signs that keep them apart")
  func singleWeights() {
    let network = Fixtures.network([1, 8, 1])
    let directions = PlaneDirections(randomFor: network, seed: 3)
    expectFilterNormalised(directions, network)
    let cosine =
      dot(directions.first, directions.second) / (directions.firstLength * directions.secondLength)
    #expect(abs(cosine) < 0.5)
    // One weight in all: the plane is a line, and says so by having no second coordinate.
    let line = Fixtures.network([1, 1])
    let place = PlaneDirections(randomFor: line, seed: 3).coordinates(
      of: line.parameters.map { $0 + 1 }, from: line.parameters)
    #expect(place.b == 0 && place.a != 0)
    // The bias moved by 1 as well, which the line does not show.
    #expect(abs(place.outside - 1) < 1e-6)
  }

  @Test("They depend on the seed and the number, leave frozen weights alone, and know zeros")
  func determinism() {
    let network = Fixtures.network([3, 5, 1])
    let one = PlaneDirections(randomFor: network, seed: 7)
    #expect(one == PlaneDirections(randomFor: network, seed: 7))
    #expect(one != PlaneDirections(randomFor: network, seed: 8))
    #expect(one != PlaneDirections(randomFor: network, seed: 7, number: 1))
    let frozen = PlaneDirections(randomFor: network, frozen: [0, 4], seed: 7)
    #expect(frozen.first[0] == 0 && frozen.second[4] == 0 && frozen.first[1] != 0)
    let free = [1, 2]
    let own = free.reduce(0.0) { $0 + Double(network.parameters[$1] * network.parameters[$1]) }
    #expect(abs(norm(frozen.first, 0..<3) - own.squareRoot()) < 1e-6)
    var empty = network
    for index in empty.parameters.indices { empty.parameters[index] = 0 }
    #expect(abs(norm(PlaneDirections(randomFor: empty, seed: 7).first, 0..<3) - 1) < 1e-6)
  }

  @Test("A place of the plane is found again, with its distance from the plane")
  func coordinates() {
    // Not at right angles, so that the mixed product counts.
    let directions = PlaneDirections(first: [2, 0, 0], second: [1, 1, 0])
    let middle: [Float] = [1, 2, 3]
    let weights = directions.weights(a: 0.5, b: -2, from: middle)
    #expect(weights == [0, 0, 3])
    let place = directions.coordinates(of: [0, 0, 7], from: middle)
    #expect(abs(place.a - 0.5) < 1e-12 && abs(place.b + 2) < 1e-12)
    #expect(abs(place.outside - 4) < 1e-12)
    #expect(abs(place.distance - 21.0.squareRoot()) < 1e-12)
    #expect(directions.weights(a: 0, b: 0, from: middle) == middle)
  }

  @Test("Principal directions of a path with a known spread")
  func principal() throws {
    // Four moments at ±3 along p and ±1 along q, around a middle: variances 18 and 2.
    let p: [Double] = [0.6, 0.8, 0, 0]
    let q: [Double] = [0, 0, 0.8, -0.6]
    let moments: [(along: Double, across: Double)] = [(-3, 0), (0, -1), (0, 1), (3, 0)]
    let path: [[Float]] = moments.map { moment in
      (0..<4).map { index -> Float in
        let place: Double = moment.along * p[index] + moment.across * q[index]
        return Float(10 + place)
      }
    }
    let found = try #require(PlaneDirections(principalOf: path))
    #expect(abs(dot(found.first, found.second)) < 1e-5)
    // From the last moment, the run goes 6 along p and 1 along q: 7.5, and at least a quarter of it.
    for index in 0..<4 {
      #expect(abs(Double(found.first[index]) - 7.5 * p[index]) < 1e-5)
      #expect(abs(abs(Double(found.second[index])) - 1.875 * abs(q[index])) < 1e-5)
    }
    let variance = try #require(found.variance)
    #expect(abs(variance.first - 0.9) < 1e-6 && abs(variance.second - 0.1) < 1e-6)
    let start = found.coordinates(of: path[0], from: path[3])
    #expect(abs(start.a + 0.8) < 1e-5 && start.outside < 1e-5)
  }

  @Test("A random walk: the shares are those of its covariance, and more lie outside")
  func walk() throws {
    var random = Random(seed: 4, stream: .data)
    var here = [Float](repeating: 0, count: 20)
    var path = [here]
    for _ in 0..<30 {
      for index in here.indices { here[index] += Float(random.normal()) / Float(index + 1) }
      path.append(here)
    }
    let found = try #require(PlaneDirections(principalOf: path))
    let variance = try #require(found.variance)
    // Independently: the eigenvalues of the 20 × 20 covariance, not of the 31 × 31 products.
    var mean = [Double](repeating: 0, count: 20)
    for moment in path {
      for index in mean.indices { mean[index] += Double(moment[index]) / Double(path.count) }
    }
    var covariance = [[Double]](repeating: mean.map { _ in 0 }, count: 20)
    for moment in path {
      for i in mean.indices {
        let one = Double(moment[i]) - mean[i]
        for j in mean.indices { covariance[i][j] += one * (Double(moment[j]) - mean[j]) }
      }
    }
    let values = SymmetricEigen(covariance).values
    let total = values.reduce(0, +)
    #expect(abs(variance.first - values[0] / total) < 1e-9)
    #expect(abs(variance.second - values[1] / total) < 1e-9)
    #expect(variance.first + variance.second < 1)
    #expect(found == PlaneDirections(principalOf: path))
    #expect(path.contains { found.coordinates(of: $0, from: here).outside > 0.1 })
  }

  @Test("A straight run gets a second direction; one that stands still has none")
  func straight() throws {
    let path = (0..<5).map { step in (0..<3).map { Float(step * ($0 + 1)) } }
    let found = try #require(PlaneDirections(principalOf: path))
    #expect(found.variance?.second == 0 && abs((found.variance?.first ?? 0) - 1) < 1e-9)
    #expect(found.secondLength > 0 && abs(dot(found.first, found.second)) < 1e-4)
    #expect(PlaneDirections(principalOf: [path[2], path[2]]) == nil)
    #expect(PlaneDirections(principalOf: [path[2]]) == nil)
    #expect(PlaneDirections(principalOf: []) == nil)
    #expect(PlaneDirections(principalOf: [[], []]) == nil)
    #expect(PlaneDirections(principalOf: [[1, 2], [.infinity, 2]]) == nil)
    // One parameter: there is no other direction at all.
    let single = try #require(PlaneDirections(principalOf: [[1], [2]]))
    #expect(single.second == [0])
  }
}
