import Drawing
import Foundation
import Glibc
import TestSupport
import Testing

/// A learner in a terminal: from the list through an exercise to the next one.
@Suite("Percept learn, driven by keys")
struct LearnTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    var second = SampleExercise()
    (second.title, second.chapter) = ("Another one", "E")
    try folder.write(SampleExercise().yaml, to: "a1-one-neuron.yaml")
    try folder.write(second.yaml, to: "e3-another-one.yaml")
  }

  private func driver(_ arguments: [String] = [], size: Size) throws -> Driver {
    try Driver(
      ["learn", "--exercises", folder.path, "--student", "anna"] + arguments, size: size)
  }

  private static let submissions = "state/percept/submissions/"
  private static let sizes = [Size(width: 80, height: 24), Size(width: 120, height: 40)]

  @Test("From the list to the next exercise, with all that happens in between", arguments: sizes)
  func session(_ size: Size) throws {
    let driver = try driver(size: size)
    #expect(driver.session.text.contains("0/2 (0 %)"))
    #expect(driver.session.text.contains("▸ ○ A1"))
    try driver.press("\r", toSee: "A1 is open")
    // The predictions come before the first step.
    try driver.press(" ", toSee: "Prediction 1 of 2")
    try driver.press("b\r", toSee: "Prediction 2 of 2")
    try driver.press("2\r", toSee: "All is predicted")
    // A wrong try: the rate as it is.
    try driver.press(" ", toSee: "Epoch 5, the run ends")
    try driver.press("d", toSee: "Locked by the exercise")
    try driver.press("I", toSee: "Hint 1 of 3")
    #expect(driver.session.text.contains("Watch how far the loss"))
    // Network, layers, learning: the first of its controls is the rate.
    try driver.press("\t\t", toSee: "Rate: The learning rate")
    try driver.press("\u{1B}[C", toSee: "rate      0.01 ")
    try driver.press("\u{1B}[C", toSee: "rate      0.1 ")
    try driver.press(" ", toSee: "Q asks what you saw")
    try driver.press("Q", toSee: "Question 1 of 1")
    try driver.press("c\r", toSee: "A1 is passed; enter goes on")
    try driver.press("\r", toSee: "V goes on to the next exercise")
    if !driver.session.text.contains("how far a step") {
      try driver.press("G", toSee: "how far a step")
    }
    try driver.press("V", toSee: "E3 · Another one")
    try driver.press("J", toSee: "1/2 (50 %)")
    try driver.leave()
    let progress = try #require(driver.folder.read("state/percept/progress.json"))
    #expect(progress.contains("\"a1-one-neuron\""))
    #expect(progress.contains("\"passed\"") && progress.contains("\"hints\": 1"))
    // The next one was only looked at.
    #expect(!progress.contains("e3-another-one"))
    let file = try #require(driver.folder.read(Self.submissions + "a1-one-neuron-anna-1.jsonl"))
    #expect(file.contains("\"student\":\"anna\"") && file.contains("\"passed\":true"))
    #expect(file.contains("answer p1 b") && file.contains("take-hint"))
    #expect(file.contains("set training.learning-rate 0.1"))
    // The last session of free play is another thing.
    #expect(driver.folder.read("state/percept/last.percept") == nil)
  }

  @Test(
    "Left in the middle, by key or signal, an attempt goes on with its answers",
    arguments: [0, SIGTERM, SIGHUP])
  func goesOn(_ signal: Int32) throws {
    let size = Size(width: 120, height: 40)
    let driver = try driver(["a1"], size: size)
    try driver.press("Qb\r", toSee: "Prediction 2 of 2")
    try driver.press("2\r", toSee: "All is predicted")
    try driver.press("e", toSee: "Epoch 1 is complete")
    if signal == 0 { driver.session.send("q") } else { driver.session.signal(signal) }
    #expect(try driver.session.waitForEnd() == .exited(signal == 0 ? 0 : 128 + signal))
    let again = try PtySession(
      ProcessStart.product("percept"),
      arguments: ["learn", "a1", "--exercises", folder.path, "--student", "anna"], size: size,
      environment: driver.folder.environment, folder: driver.folder.path)
    try again.wait(for: "A1 goes on where it was left, at epoch 1.")
    #expect(again.text.contains("Yours: b) a straight line"))
    #expect(again.line(0).contains("epoch 1"))
    again.send("\u{3}")
    #expect(try again.waitForEnd() == .exited(0))
  }

  @Test("A name that is none, or that several have, is one line and status 2")
  func refuses() throws {
    for (name, words) in [("x9", "there is no exercise “x9”"), ("nowhere.yaml", "no such file")] {
      let session = try PtySession(
        ProcessStart.product("percept"), arguments: ["learn", name, "--exercises", folder.path],
        environment: folder.environment, folder: folder.path)
      #expect(try session.waitForEnd() == .exited(2))
      #expect(session.text.contains(words), "\(session.text)")
    }
  }
}
