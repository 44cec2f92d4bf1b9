import Datasets
import Engine
import Lessons
import Studio
import Testing

@testable import Labs

@Suite("The line mode")
struct PlainLabTests {
  /// What a script of commands tells.
  private func told(_ script: String, by lab: inout PlainLab) -> [String] {
    script.split(separator: "\n").flatMap { line -> [String] in
      var lines = lab.perform(String(line)).lines
      while lab.isTraining { lines += lab.advance() }
      return lines
    }
  }

  private func told(_ script: String, _ preset: Preset = Preset()) -> [String] {
    var lab = PlainLab(Session(preset))
    return told(script, by: &lab)
  }

  @Test("It begins with what is learned and how good the network is")
  func greets() {
    let lines = PlainLab(Session(Preset())).greeting
    #expect(lines[0].contains("Inputs x1, x2; 2 hidden layers of 4, 2 units; 1 output"))
    #expect(lines[1].hasPrefix("Epoch 0, step 0: training loss 0."))
    #expect(lines[2] == "Type help for the commands.")
  }

  @Test("Many layers of one size are counted")
  func countsLayers() {
    var preset = Preset()
    preset.network.hidden = Array(repeating: 6, count: 20)
    preset.network.fitLayers()
    #expect(PlainWords.network(Session(preset)).contains("; 20 hidden layers of 6 units each; 1"))
    preset.network.hidden[3] = 5
    #expect(PlainWords.network(Session(preset)).contains(" layers of 6, 6, 6, 5, 6, "))
  }

  @Test("It tells after 1, 2, 5, 10, 20, 50 epochs, and at the end")
  func tellsNowAndThen() {
    let epochs = told("play 60").map { $0.prefix { $0 != "," } }
    #expect(epochs == [1, 2, 5, 10, 20, 50, 60].map { "Epoch \($0)" })
    #expect((1...1000).filter(PlainLab.isTold) == [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000])
  }

  @Test("Playing, stepping and epochs train as much as they say")
  func trains() {
    var lab = PlainLab(Session(Preset()))
    _ = told("step\nstep 3", by: &lab)
    #expect(lab.session.trainer.stepCount == 4)
    _ = told("epoch", by: &lab)
    #expect(lab.session.trainer.epochCount == 1)
    _ = told("play 2", by: &lab)
    #expect(lab.session.trainer.epochCount == 3)
    var other = Session(Preset())
    other.advance(steps: 3 * other.trainer.stepsPerEpoch)
    #expect(lab.session.trainer.network.parameters == other.trainer.network.parameters)
  }

  @Test("Changes are those of the playground, told in its words")
  func changes() {
    var lab = PlainLab(Session(Preset()))
    let lines = told(
      "set training.learning-rate 0.1\nadd layer\nadd unit 1\nremove unit 1\ntoggle x1x2\nreset",
      by: &lab)
    #expect(lines[0] == "Acts from the next step on; nothing was lost.")
    #expect(lines[1] == "The new layer and the output have new weights; the others were kept.")
    #expect(lines[2].contains("3 hidden layers of 4, 2, 2 units"))
    #expect(lab.session.preset.training.learningRate == 0.1)
    #expect(lab.session.preset.network.hidden == [4, 2, 2])
    #expect(lab.session.preset.features.map(\.rawValue) == ["x1", "x2", "x1x2"])
    #expect(lines.contains("Back to epoch 0 with the same weights."))
  }

  @Test(
    "What makes no sense gets one sentence that says what was expected",
    arguments: [
      ("paly 3", "There is no command “paly”; did you mean “play”?"),
      ("xyzzy", "There is no command “xyzzy”; help lists them."),
      ("play -3", "Expected play N: train for N epochs, telling how it goes; without N for one."),
      (
        "add unit 0",
        "Expected add layer | add unit LAYER: add a hidden layer, or a unit to a hidden layer,"
          + " counted from 1."
      ),
      ("add unit 9", "There is no such layer."),
      (
        "set rate 1", "There is no setting rate; did you mean “training.learning-rate”?"
      ),
      ("set no.such 1", "There is no setting no.such."),
      ("save", "Expected save FILE: write the session to a checkpoint file."),
    ])
  func mistakes(line: String, answer: String) {
    #expect(told(line) == [answer])
  }

  @Test("Blank lines and comments do nothing, and files are asked of the outside")
  func requests() {
    var lab = PlainLab(Session(Preset()))
    #expect(lab.perform("").lines.isEmpty)
    #expect(lab.perform("  # a note").lines.isEmpty)
    #expect(lab.perform("save a.percept").request == .save("a.percept"))
    #expect(lab.perform("open spiral").request == .open("spiral"))
    #expect(lab.perform("quit").request == .quit)
    #expect(lab.perform("q").request == .quit)
  }

  @Test("Whatever is said, it answers", arguments: PlainCommand.allCases)
  func robust(_ command: PlainCommand) {
    for tail in [
      "", " ", " 0", " -1", " 99999999999999999999", " layer", " unit", " unit x", " a b c",
    ] {
      var lab = PlainLab(Session(Preset()))
      _ = lab.perform(command.rawValue + tail)
      while lab.isTraining { _ = lab.advance() }
    }
  }

  @Test("A divergence is told, and that reset helps")
  func divergence() {
    var preset = Preset()
    preset.data.recipe = "plane"
    preset.training.learningRate = 100
    let lines = told("play 3\nplay 3", preset)
    #expect(lines.suffix(2).allSatisfy { $0.hasPrefix("Training has diverged") })
  }
}

@Suite("Pictures in words")
struct PlainWordsTests {
  private func trained(_ change: (inout Preset) -> Void = { _ in }) -> Session {
    var preset = Preset()
    change(&preset)
    var session = Session(preset)
    session.advance(steps: 100 * session.trainer.stepsPerEpoch)
    return session
  }

  @Test("The circle is told as a circle: a class inside, bounded on both sides of both axes")
  func circle() {
    let lines = PlainWords.picture(trained())
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("Share of the plane: the negative class "))
    // Two places on each axis, one on each side of 0.
    let numbers = lines[1].split { " ;.".contains($0) && $0 != "." }.compactMap { Double($0) }
    #expect(lines[1].contains("along x2 = 0 at x1 -") && lines[1].contains("along x1 = 0 at x2 -"))
    #expect(numbers.count { abs($0) > 1 && abs($0) < 5 } >= 3)
    #expect(lines[2].hasPrefix("Training points classified rightly: upper right "))
    #expect(lines[3].hasPrefix("The largest outgoing weights of the last hidden layer has unit "))
  }

  @Test("Quarters count every training point once")
  func quarters() {
    let session = trained()
    let line = PlainWords.picture(session)[2].dropLast()
    let totals = line.split(separator: ",").compactMap { $0.split(separator: " ").last }
      .compactMap { Int($0) }
    #expect(totals.count == 4)
    #expect(totals.reduce(0, +) == session.dataset.training.count)
  }

  @Test("Every data set can be told", arguments: ["xor", "gauss", "plane", "multi-gauss", "moons"])
  func anyData(_ name: String) {
    var preset = Preset()
    preset.data.recipe = name
    guard (try? preset.validate()) != nil else { return }
    let session = Session(preset)
    for lines in [
      PlainWords.picture(session), PlainWords.data(session), PlainWords.weights(session),
      PlainWords.settings(session),
    ] {
      #expect(!lines.isEmpty)
      #expect(lines.allSatisfy { !$0.contains("\n") && !$0.isEmpty })
    }
  }

  @Test("Classes have the names of the data set, and a line has no quarters")
  func names() throws {
    var preset = Preset()
    preset.data.recipe = "iris"
    let flowers = Session(preset)
    #expect(PlainWords.data(flowers)[1].contains(" of setosa, "))
    #expect(PlainWords.picture(flowers)[0].contains(", versicolor "))
    let text = "a,kind\n" + (0..<40).map { "\($0),\($0 < 20 ? "low" : "high")\n" }.joined()
    var line = Session(try Preset(TableFile(path: "t.csv", table: CSV.table(text))))
    line.advance(steps: 300)
    let lines = PlainWords.picture(line)
    #expect(lines[0].hasPrefix("Share of the line: low "))
    #expect(lines[1].hasPrefix("The output changes the class at x1 "))
    #expect(lines[2].hasPrefix("Training points classified rightly: right "))
    #expect(
      (lines + PlainWords.data(line)).allSatisfy { !$0.contains("x2") && !$0.contains("upper") })
  }

  @Test("Weights are told unit by unit with where they come from")
  func weights() {
    let session = Session(Preset())
    let lines = PlainWords.weights(session)
    #expect(lines.count == 7)
    #expect(lines[0].hasPrefix("Layer 1, unit 1: x1 "))
    #expect(lines[0].contains(", x2 ") && lines[0].contains("; bias "))
    #expect(lines[4].hasPrefix("Layer 2, unit 1: unit 1 "))
    #expect(lines[6].hasPrefix("Output 1: unit 1 "))
  }

  @Test("A network without inputs or layers is told as well")
  func bare() {
    var preset = Preset()
    preset.features = []
    preset.network.hidden = []
    let session = Session(preset)
    #expect(PlainWords.network(session).hasPrefix("Inputs none; no hidden layer; 1 output"))
    #expect(PlainWords.picture(session).count == 3)
    #expect(PlainWords.weights(session).count == 1)
  }
}

@Suite("Health in lines")
struct PlainHealthTests {
  @Test("Lights are told with what to try, and nothing where nothing is lit")
  func lights() {
    var lab = PlainLab(Session(ailingPreset()))
    _ = lab.perform("step 20")
    let lines = lab.perform("health").lines
    #expect(lines[0].hasPrefix("vanishing gradient, on: A typical gradient of layer 1 is "))
    #expect(lines[1].hasPrefix("Try activation sigmoid → relu"))
    var well = PlainLab(Session(Preset()))
    _ = well.perform("step 20")
    #expect(well.perform("health").lines == ["No light is on."])
    #expect(well.perform("back").lines[0].hasPrefix("Training has not diverged"))
  }

  @Test("After a divergence it says why, and back goes back")
  func divergence() {
    var lab = PlainLab(Session(divergingPreset()))
    let stop = lab.perform("step 200").lines.last
    #expect(
      stop
        == "Training has diverged; health says why, back goes to epoch 0, reset to epoch 0.")
    let lines = lab.perform("health").lines
    #expect(lines[0].hasPrefix("Training diverged in epoch 1, step "))
    #expect(lines[1].hasPrefix("Most likely the rate is too high."))
    #expect(lab.perform("back").lines[0].hasPrefix("Back at step 0 (epoch 0)"))
    #expect(lab.session.trainer.divergence == nil)
  }
}
