import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

/// Every part of a session's network.
private func allParts(_ session: Session) -> [NetworkPart] {
  let walk = PartWalk(session)
  let units = session.trainer.network.levels.enumerated().flatMap { level, shape in
    (0..<shape.units).flatMap { unit in
      [NetworkPart.unit(level: level, unit: unit)] + walk.parameters(level, unit)
    }
  }
  return session.preset.features.indices.map { .input($0) } + units
}

private let arrows: [Intent] = [.selectUp, .selectDown, .decrease, .increase]

@Suite("Walking over the network")
struct PartWalkTests {
  private static let networks = [[4, 2], [1], [8, 3, 5, 1, 2], [6], [16, 3, 16]]

  private static func session(_ hidden: [Int]) -> Session {
    var preset = Preset()
    preset.network.hidden = hidden
    preset.network.fitLayers()
    if hidden == [6] {
      preset.data.recipe = "blobs"
      preset.training.loss = .crossEntropy
    }
    return Session(preset)
  }

  @Test("Arrows, enter and esc reach every part", arguments: networks)
  func reaches(_ hidden: [Int]) {
    let session = Self.session(hidden)
    let walk = PartWalk(session)
    var seen: Set<NetworkPart> = [.unit(level: 0, unit: 0)]
    var open: [NetworkPart] = [.unit(level: 0, unit: 0)]
    while let part = open.popLast() {
      var next = arrows.map { walk.neighbour(of: part, $0) }
      if case .unit(let level, let unit) = part { next.append(walk.firstParameter(level, unit)) }
      for other in next where seen.insert(other).inserted { open.append(other) }
    }
    #expect(seen == Set(allParts(session)))
    #expect(allParts(session).allSatisfy { $0.exists(in: session) })
  }

  @Test("Up undoes down, and every walk ends at an edge", arguments: networks)
  func comesBack(_ hidden: [Int]) {
    let session = Self.session(hidden)
    let walk = PartWalk(session)
    for part in allParts(session) {
      let below = walk.neighbour(of: part, .selectDown)
      if below != part { #expect(walk.neighbour(of: below, .selectUp) == part) }
      for arrow in arrows {
        var place = part
        for _ in 0..<100 { place = walk.neighbour(of: place, arrow) }
        #expect(walk.neighbour(of: place, arrow) == place, "\(part) \(arrow)")
        #expect(place.exists(in: session))
      }
      if part.unit == nil || part == part.unit.map({ .unit(level: $0.level, unit: $0.unit) }) {
        // Across: as many levels to the right as to the left.
        var place = part
        for _ in 0..<100 { place = walk.neighbour(of: place, .increase) }
        #expect(place.unit?.level == session.trainer.network.levels.count - 1)
        for _ in 0..<100 { place = walk.neighbour(of: place, .decrease) }
        #expect(place.unit == nil)
      }
    }
  }
}
