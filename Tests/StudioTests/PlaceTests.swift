import Datasets
import Lessons
import Studio
import Testing

@Suite("Places of the plane")
struct PlaceTests {
  @Test("Each has what the network gives there, to the bit", arguments: [false, true])
  func values(standardizes: Bool) {
    let session = trainedSession {
      $0.features = [.x1, .x2, .product]
      $0.data.standardizes = standardizes
    }
    let x1: [Float] = [0, 1.5, -6, 6, 2.25]
    let x2: [Float] = [0, -3, 6, -6, 0.125]
    let fields = session.fields(x1: x1, x2: x2)
    #expect(fields.width == 5 && fields.height == 1)
    for place in x1.indices {
      let single = session.values(x1: x1[place], x2: x2[place])
      #expect(fields.levels.map { $0.map { $0[place] } } == single)
    }
    if !standardizes { #expect(fields.inputs[2] == [0, -4.5, -36, -36, 0.28125]) }
  }

  @Test("No place is no place, and the shorter of two lists counts")
  func none() {
    let session = Session(Preset())
    #expect(session.fields(x1: [], x2: []).levels.last == [[]])
    #expect(session.fields(x1: [1, 2], x2: [3]).width == 1)
  }
}
