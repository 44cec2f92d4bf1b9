import Testing

@testable import Labs

@Suite("The walk through a step")
struct MicroWalkTests {
  private let shape = MicroWalk.Shape(
    samples: 3, units: [4, 2, 1],
    parameters: [
      [3, 3, 3, 3], [5, 5], [3],
    ])

  private func phases(_ grain: MicroWalk.Grain) -> [MicroWalk] {
    var walk = MicroWalk()
    var places = [walk]
    while walk.advance(grain, shape), places.count < 1000 { places.append(walk) }
    return places
  }

  @Test("Each sample goes forward and back through every level, then the batch has its update")
  func layers() {
    let one: [MicroWalk.Phase] = [
      .input, .forward(0), .forward(1), .forward(2), .loss, .backward(2), .backward(1),
      .backward(0),
    ]
    let walk = phases(.layer)
    #expect(walk.map(\.phase) == one + one + one + [.mean, .shaping, .update])
    #expect(walk.prefix(24).map(\.sample) == (0..<24).map { $0 / 8 })
  }

  @Test("Unit by unit, every unit is met forward and back")
  func units() {
    let walk = phases(.unit)
    // Seven units twice, the sample's coming in and its loss; then three for the batch.
    #expect(walk.count == 3 * (2 * 7 + 2) + 3)
    let second = walk.filter { $0.phase == .backward(0) && $0.sample == 1 }
    #expect(second.map(\.unit) == [0, 1, 2, 3])
  }

  @Test("Coarser grains stop at the end of samples and of the batch")
  func coarse() {
    #expect(
      phases(.sample).map(\.phase) == [
        .input, .backward(0), .backward(0), .backward(0), .mean, .shaping, .update,
      ])
    #expect(phases(.batch).map(\.phase) == [.input, .update])
  }

  @Test("Going back passes the same phases the other way")
  func back() {
    var places = phases(.layer)
    guard var walk = places.popLast() else { return }
    while walk.retreatPhase(shape) {
      let expected = places.popLast()
      #expect(walk.phase == expected?.phase && walk.sample == expected?.sample)
    }
    #expect(places.isEmpty && walk.phase == .input && walk.sample == 0)
  }

  @Test("In the update every parameter of every unit is met in turn, and the ends hold")
  func parameters() {
    var walk = MicroWalk(phase: .update)
    walk.move(by: -1, shape)
    #expect((walk.level, walk.unit, walk.row) == (0, 0, 0))
    var count = 1
    var last = walk
    while count < 100 {
      walk.move(by: 1, shape)
      if walk == last { break }
      last = walk
      count += 1
    }
    #expect(count == 4 * 3 + 2 * 5 + 3 && (walk.level, walk.row) == (2, 2))
    for _ in 0..<count { walk.move(by: -1, shape) }
    #expect((walk.level, walk.unit, walk.row) == (0, 0, 0))
  }

  @Test("A place of a larger batch or network is brought into a smaller one")
  func fitting() {
    let walk = MicroWalk(sample: 9, phase: .backward(5), level: 5, unit: 7, row: 9)
    let small = MicroWalk.Shape(samples: 2, units: [1], parameters: [[3]])
    #expect(
      walk.fitted(to: small)
        == MicroWalk(sample: 1, phase: .backward(0), level: 0, unit: 0, row: 2))
  }
}
