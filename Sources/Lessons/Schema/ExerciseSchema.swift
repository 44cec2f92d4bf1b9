/// The section `exercise` in a schema.
enum ExerciseSchema {
  /// The section.
  static var exercise: JSON {
    .lines(
      "What makes the preset an exercise.", members,
      needs: [
        "version", "chapter", "concept", "course", "difficulty", "minutes", "task", "hints",
        "explanation",
      ])
  }

  /// What several parts of the schema refer to.
  static var definitions: [JSON.Member] {
    [
      JSON.Member(
        "condition",
        .schema(
          "Something measured or a setting, a comparison and a value: test-loss <= 0.02,"
            + " test-loss <= 0.5 of start, network.activation = relu.",
          [JSON.Member("type", .text("string")), JSON.Member("pattern", .text(condition))])),
      JSON.Member(
        "answers",
        .schema(
          "An answer to each question, by its id.",
          [
            JSON.Member("type", .text("object")),
            JSON.Member(
              "additionalProperties",
              .object([JSON.Member("type", .texts(["string", "number"]))])),
          ])),
      JSON.Member(
        "script",
        .schema(
          "What is done: train N, step N, or an action such as set training.learning-rate 0.1.",
          JSON.list(of: .object(.aText), 0...1000))),
    ]
  }

  private static var members: [JSON.Member] {
    let tasks: [JSON.Member] = [
      JSON.Member(
        "version",
        .schema(
          "Raised when the start, what is allowed, a question or a goal changes.",
          JSON.whole(in: 1...9999))),
      JSON.Member("chapter", .schema("The part of the course: \(chapters).", chapter)),
      JSON.Member("concept", .schema("The idea it is about.", .aText)),
      JSON.Member(
        "course", .schema("Where the course treats it.", JSON.list(of: .object(.aText), 1...8))),
      JSON.Member("difficulty", .schema("From 1, easy, to 5.", JSON.whole(in: 1...5))),
      JSON.Member("minutes", .schema("About how long it takes.", JSON.whole(in: 1...600))),
      JSON.Member("task", .schema("What is to be done, in paragraphs of plain text.", .aText)),
      JSON.Member("start", start),
      JSON.Member(
        "allow",
        .schema("What may be changed; everything else is locked.", JSON.list(of: permit, 0...200))),
      JSON.Member(
        "limits",
        .schema(
          "What no change may break: conditions on settings, parameters, hidden-layers, units or"
            + " inputs.", JSON.list(of: reference("condition"), 0...20))),
      JSON.Member(
        "changes",
        .schema(
          "Whether a change begins a new run at epoch 0, or acts in the course of it.",
          JSON.oneOf(["restart", "live"]))),
    ]
    return tasks + [
      JSON.Member("questions", .schema("What is asked.", JSON.list(of: question, 0...20))),
      JSON.Member("goals", .schema("What is to be reached.", JSON.list(of: goal, 0...20))),
      JSON.Member(
        "hints", .schema("Help, one after the other.", JSON.list(of: .object(.aText), 1...8))),
      JSON.Member("explanation", .schema("Shown after passing.", .aText)),
      JSON.Member("teacher", .schema("Notes for the teacher.", .aText)),
      JSON.Member(
        "solution",
        .lines(
          "A recorded way through.",
          [JSON.Member("answers", reference("answers")), JSON.Member("do", reference("script"))])),
      JSON.Member(
        "near-misses",
        .schema("Ways that must not pass.", JSON.list(of: nearMiss, 0...20))),
    ]
  }

  static func reference(_ name: String) -> JSON {
    .object([JSON.Member("$ref", .text("#/$defs/\(name)"))])
  }

  private static var chapters: String {
    Chapter.allCases.map { "\($0.rawValue) \($0.title)" }.joined(separator: ", ")
  }

  /// 0 is a number in YAML.
  private static var chapter: [JSON.Member] {
    [
      JSON.Member(
        "enum",
        .list(
          Chapter.allCases.flatMap { chapter in
            [JSON.text(chapter.rawValue)]
              + (Int(chapter.rawValue).map { [JSON.whole($0)] } ?? [])
          }))
    ]
  }

  private static var condition: String {
    let subjects = Measure.allCases.map(\.rawValue) + SettingCatalogue.keys
    let names = subjects.map { $0.replacing(".", with: "\\.") }.joined(separator: "|")
    let signs = Condition.Comparison.allCases.map(\.rawValue).joined(separator: "|")
    return "^\\s*(\(names))\\s*(\(signs))\\s*\\S.*$"
  }

  private static var nearMiss: JSON {
    .lines(
      "A way that must not pass.",
      [
        JSON.Member("because", .schema("Why it must not pass.", .aText)),
        JSON.Member("answers", reference("answers")), JSON.Member("do", reference("script")),
      ], needs: ["because"])
  }
}
