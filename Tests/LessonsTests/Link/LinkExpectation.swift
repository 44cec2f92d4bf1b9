import Testing

@testable import Lessons

/// The address that the playground writes of itself, of the reference.
let exampleAddress =
  "https://playground.tensorflow.org/#activation=tanh&batchSize=10&dataset=circle"
  + "&regDataset=reg-plane&learningRate=0.03&regularizationRate=0&noise=0&networkShape=4,2"
  + "&seed=0.59704&showTestData=false&discretize=false&percTrainData=50&x=true&y=true"
  + "&xTimesY=false&xSquared=false&ySquared=false&cosX=false&sinX=false&cosY=false&sinY=false"
  + "&collectStats=false&problem=classification&initZero=false&hideText=false"

/// The preset of some fields, and what is said beside the seed.
func readLink(_ fields: String) throws -> (preset: Preset, remarks: [String]) {
  let link = try PlaygroundLink("https://playground.tensorflow.org/#seed=0.00042&\(fields)")
  #expect(link.remarks.last == "Seed 0.00042 is 42 here: other points and first weights.")
  return (link.preset, link.remarks.dropLast())
}

/// That fields do what these settings do, and that only this is said.
func expectLink(
  _ fields: String, _ settings: [(key: String, value: String)], _ remarks: [String] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  var expected = Preset()
  expected.training.shuffles = false
  for (key, value) in settings {
    let setting = try #require(SettingCatalogue.keyed(key), sourceLocation: sourceLocation)
    try setting.set(value, in: &expected)
  }
  let (preset, told) = try readLink(fields)
  for setting in SettingCatalogue.all {
    #expect(
      setting.value(in: preset) == setting.value(in: expected), "\(fields): \(setting.key)",
      sourceLocation: sourceLocation)
  }
  #expect(told == remarks, sourceLocation: sourceLocation)
}
