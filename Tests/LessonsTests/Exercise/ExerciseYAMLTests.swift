import Testing

@testable import Lessons

@Suite struct ExerciseYAMLTests {
  static let text = """
    format: 1
    title: Wake up
    network: {hidden: [3], activation: sigmoid}
    exercise:
      version: 2
      chapter: E
      concept: vanishing gradients
      course: [a lecture]
      difficulty: 2
      minutes: 10
      task: |
        Two lines
        of one paragraph.

        Another one:
          1  2
          3  4
      start:
        frozen: [2, 1]
        view: layers
      allow:
        - train
        - network.activation
        - training.learning-rate: [0.03, 1e-1]
      limits: [hidden-layers <= 2]
      questions:
        - id: p1
          ask: How many?
          choices: [one, two]
          answer: b
          explanation: Two.
        - {id: q1, when: after, ask: How much?, answer: 6, tolerance: 50%, explanation: Six.}
      goals:
        - {text: low, needs: [test-loss <= 0.02, units = 3], at: 200, hold: 5, seeds: {of: 5, pass: 4}}
        - {text: gold, needs: [changes <= 2], medal: gold}
      hints: [first, last]
      explanation: Because.
      solution:
        answers: {p1: b, q1: "6,5"}
        do: [set network.activation tanh, train 200]
      near-misses:
        - {because: too early, do: [train 3]}
    """

  private func exercise(_ text: String = text) throws(PresetProblem) -> Exercise {
    try Exercise(yaml: text, name: "e3-wake-up")
  }

  @Test func readsEveryPart() throws {
    let exercise = try exercise()
    #expect(exercise.label == "E3")
    #expect(exercise.task == "Two lines of one paragraph.\n\nAnother one:\n  1  2\n  3  4")
    #expect(exercise.start.frozen == [0, 1])
    #expect(exercise.permits.deeds == [.train])
    #expect(exercise.permits.item("training.learning-rate")?.values == ["0.03", "0.1"])
    #expect(exercise.permits.item("training.optimizer") == nil)
    #expect(exercise.questions.map(\.isBefore) == [true, false])
    #expect(exercise.questions[1].answer == .number(6, within: 3))
    #expect(exercise.goals[0].timing == .at(200))
    #expect(exercise.goals[0].seeds == Goal.Seeds(of: 5, pass: 4))
    #expect(exercise.goals[1].medal == .gold)
    #expect(exercise.epochLimit == 200)
    #expect(exercise.solution?.answers.map(\.value) == ["b", "6.5"])
    #expect(exercise.nearMisses[0].way.answers.map(\.value) == ["b", "6.5"])
    #expect(exercise.preset.network.hidden == [3])
    #expect(Exercise.isExercise(yaml: Self.text))
    #expect(!Exercise.isExercise(yaml: "format: 1"))
  }

  /// A preset is read from the same file, and holds the same start.
  @Test func theFileIsAPresetToo() throws {
    #expect(try Preset(yaml: Self.text) == exercise().preset)
  }

  @Test(arguments: [
    (
      "  task: |", "  tasks: |",
      "11:3: unknown key “tasks” in “exercise”: expected one of version, chapter"
    ),
    ("chapter: E", "chapter: K", "6:12: “exercise.chapter” can't be “K”: expected one of 0, A, B"),
    (
      "version: 2", "version: two",
      "5:12: “exercise.version” can't be “two”: expected a whole number"
    ),
    ("- train\n", "- trian\n", "22:7: “trian” is neither a setting nor one of train"),
    ("[0.03, 1e-1]", "[0.03, fast]", "24:38: training.learning-rate can't be “fast”"),
    ("hidden-layers <= 2", "units <= 2", "25:12: the start itself breaks the limit “units <= 2”"),
    ("hidden-layers <= 2", "test-loss <= 2", "25:12: “test-loss” can't be a limit"),
    (
      "answer: b", "answer: c", "30:15: “exercise.questions.answer” can't be “c”: expected a letter"
    ),
    ("at: 200,", "at: 200, within: 3,", "34:67: a goal has “at” or “within”, not both"),
    (
      "units = 3", "unit = 3",
      "34:46: “unit” is neither measured nor a setting; did you mean “units”?"
    ),
    ("frozen: [2, 1]", "frozen: [0]", "19:14: “exercise.start.frozen” can't be “0”"),
    (
      "view: layers", "parameters: [1, 2]",
      "20:17: “exercise.start.parameters” has 2 numbers; the network has 13"
    ),
    (
      "{p1: b,", "{p2: b,",
      "39:15: unknown key “p2” in “exercise.solution.answers”: expected one of p1, q1; did you mean “p1”?"
    ),
    ("id: q1", "id: p1", "32:12: the question id “p1” stands twice"),
    (
      "    - train\n", "", "33:5: a goal names an epoch, but “allow” does not have the word “train”"
    ),
    ("concept: vanishing gradients", "concept: \"\"", "7:12: “exercise.concept” is empty"),
    ("  explanation: Because.\n", "", "5:3: “exercise” lacks the key “explanation”"),
    ("title: Wake up", "titel: Wake up", "2:1: unknown key “titel”; did you mean “title”?"),
  ])
  func saysWhatIsWrongAndWhere(old: String, new: String, message: String) throws {
    let text = Self.text.replacing(old, with: new)
    try #require(text != Self.text)
    let problem = #expect(throws: PresetProblem.self) { try exercise(text) }
    #expect(problem?.description.hasPrefix(message) == true, "\(problem?.description ?? "")")
  }

  /// Texts for people change nothing of it; what a verdict depends on does.
  @Test func theEssenceIsWhatAVerdictDependsOn() throws {
    let essence = try exercise().essence
    for (old, new) in [("first, last", "other, words"), ("Two lines", "Some"), ("Wake up", "Rise")]
    {
      #expect(try exercise(Self.text.replacing(old, with: new)).essence == essence)
    }
    for (old, new) in [
      ("answer: b", "answer: a"), ("0.02", "0.03"), ("at: 200", "within: 200"),
      ("hidden: [3]", "hidden: [4]"), ("version: 2", "version: 3"),
      ("- train\n", "- train\n    - kill\n"),
      ("[0.03, 1e-1]", "[0.03, 0.3]"), ("<= 2]", "<= 3]"), ("50%", "20%"), ("pass: 4", "pass: 3"),
      ("[2, 1]", "[2]"),
    ] {
      let text = Self.text.replacing(old, with: new)
        .replacing(
          "answers: {p1: b", with: new == "answer: a" ? "answers: {p1: b" : "answers: {p1: b")
      #expect(try exercise(text).essence != essence, "\(new)")
    }
  }

  @Test func numbersAreReadAsTheyAreTyped() throws {
    let question = try exercise().questions[1]
    #expect(question.canonical(" 6,5 ") == "6.5")
    #expect(question.canonical("−3") == "-3")
    #expect(question.canonical("1e-3") == "0.001")
    #expect(question.canonical("648 010") == "648010")
    for text in ["648,010", "1,648,010", "", "six", "nan", "inf", "0x10", "1e999"] {
      #expect(question.canonical(text) == nil)
    }
    #expect(question.isCorrect("9"))
    #expect(!question.isCorrect("9.1"))
    let choice = try exercise().questions[0]
    #expect(choice.canonical("B") == "b")
    #expect(choice.canonical("c") == nil)
  }
}
