import Testing

@testable import Lessons

@Suite("What is said of an address")
struct LinkRemarkTests {
  @Test("What is about the page is told")
  func page() throws {
    try expectLink("showTestData=true", [], ["showTestData: the key t shows the test points."])
    try expectLink(
      "discretize=true", [], ["discretize: the key o shows the signs of the output alone."])
    try expectLink(
      "tutorial=intro", [], ["The tutorial “intro” is a page of the playground's own."])
    try expectLink("hideText=true", [], ["There is nothing here for “hideText”."])
    try expectLink(
      "collectStats=yes&hideText=true", [],
      ["There is nothing here for “collectStats”, “hideText”."])
    try expectLink("showTestData=false&discretize=false&hideText=false&collectStats=false", [])
  }

  @Test("What hides controls is told, and what hides an input takes it away")
  func hiding() throws {
    for name in PlaygroundKey.controls + ["num2"] {
      try expectLink(
        "\(name)_hide=true", [], ["Nothing is hidden here (“\(name)”); exercises lock settings."])
      try expectLink("\(name)_hide=false", [])
    }
    try expectLink(
      "a_hide=true&b_hide=true&c_hide=true&d_hide=true", [],
      ["Nothing is hidden here (“a”, “b”, “c” and 1 more); exercises lock settings."])
    try expectLink(
      "x_hide=true&sinX_hide=true", [("features", "x2")],
      ["x_hide takes that input away, as in the playground."])
  }

  @Test("What was not understood is told")
  func unknown() throws {
    try expectLink("momentum=0.9", [], ["Percept does not know “momentum”."])
    try expectLink(
      "learningrate=1", [],
      ["Percept does not know “learningrate”; did you mean “learningRate”?"])
    try expectLink(
      "a=1&b&=3&d=4", [], ["Percept does not know “a”, “b”, “” and 1 more."])
    try expectLink(
      "noise=10&noise=20", [("data.noise", "20")],
      ["Of several values of “noise”, the last one counts."])
    try expectLink(
      "noise&activation=", [],
      ["Without a value, “activation”, “noise” is as in a new playground."])
  }

  @Test("Numbers that Percept's settings do not take are brought to the nearest")
  func nearest() throws {
    try expectLink(
      "learningRate=1000", [("training.learning-rate", "100")],
      ["learningRate=1000 is 100 here, the most there can be."])
    try expectLink(
      "learningRate=0", [("training.learning-rate", "1e-6")],
      ["learningRate=0 is 1e-6 here, the least there can be."])
    try expectLink(
      "percTrainData=100&batchSize=5", [("data.training", "99"), ("training.batch-size", "5")],
      ["percTrainData=100 is 99 here, the most there can be."])
    try expectLink(
      "regularization=L2&regularizationRate=11", [("training.l2", "10")],
      ["regularizationRate=11 is 10 here, the most there can be."])
  }
}
