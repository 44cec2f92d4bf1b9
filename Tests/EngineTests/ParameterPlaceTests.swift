import Testing

@testable import Engine

@Suite("Places of parameters")
struct ParameterPlaceTests {
  @Test("Every parameter of every shape has a place of its own", arguments: LayerShape.all)
  func all(shape: LayerShape) throws {
    let network = shape.network([2, 5, 3, 3, 1])
    let places = network.parameterPlaces
    #expect(places.map(\.index) == Array(network.parameters.indices))
    for (index, place) in places.enumerated() {
      let (level, unit) = (place.unit.level, place.unit.unit)
      #expect(places.count { $0.unit == place.unit && $0.part == place.part } == 1)
      #expect(place.isWeight == network.weights.contains { $0.range.contains(index) })
      switch place.part {
      case .weight(let input):
        #expect(network.weightIndex(level: level, unit: unit, input: input) == index)
        #expect(level == 3 || !shape.wiring.hasPrefix("ode"))
      case .ownWeight(let from):
        #expect(network.weightIndex(level: level, unit: unit, input: from) == index)
        #expect(level < 3 && shape.wiring.hasPrefix("ode"))
      case .bias: #expect(network.biasIndex(level: level, unit: unit) == index)
      case .scale: #expect(network.parameters[index] == 1 && shape.normalization != nil)
      case .shift: #expect(network.parameters[index] == 0 && shape.normalization != nil)
      }
    }
    #expect(network.parameters(of: UnitPlace(level: 3, unit: 0)).count == 4)
    #expect(network.place(ofParameter: -1) == nil)
    #expect(network.place(ofParameter: network.parameterCount) == nil)
    #expect(network.parameters(of: UnitPlace(level: 4, unit: 0)).isEmpty)
  }

  @Test(
    "Where a parameter was in another shape is where its number came from",
    arguments: LayerShape.all)
  func origins(shape: LayerShape) {
    var trainer = shape.trainer()
    for _ in 0..<5 { trainer.step() }
    let network = trainer.network
    var spec = network.spec
    spec.hidden[1].units = 4
    spec.inputCount = 3
    let new = network.reshaped(to: spec, inputs: [1, nil, 0], seed: 7)
    let fresh = Network(spec, seed: 7)
    let origins = new.origins(in: network, inputs: [1, nil, 0])
    #expect(origins.count == new.parameterCount)
    #expect(Set(origins.compactMap(\.self)).count == origins.compactMap(\.self).count)
    for (index, origin) in origins.enumerated() {
      #expect(
        new.parameters[index] == origin.map { network.parameters[$0] } ?? fresh.parameters[index])
    }
  }
}
