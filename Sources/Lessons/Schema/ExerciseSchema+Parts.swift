extension ExerciseSchema {
  static var start: JSON {
    .lines(
      "What a preset can't say of the start.",
      [
        JSON.Member(
          "parameters",
          .schema(
            "All first parameters: of each layer, unit by unit its incoming weights, then the biases.",
            JSON.list(of: .object([JSON.Member("type", .text("number"))])))),
        JSON.Member(
          "frozen",
          .schema(
            "Places of parameters that no step changes, from 1.",
            JSON.list(of: .object(JSON.whole(in: 1...100_000))))),
        JSON.Member("view", .schema("The view that is shown, such as layers or loss.", .aText)),
      ])
  }

  /// A word, a setting, or settings with the values they may be given.
  static var permit: JSON {
    let value = JSON.object([JSON.Member("type", .texts(["string", "number", "boolean"]))])
    let keys = SettingCatalogue.all.map(\.key)
    return .object(
      JSON.anyOf([
        .object(JSON.oneOf(Permits.Deed.allCases.map(\.rawValue) + keys)),
        .lines(
          "A setting with the values that it may be given.",
          keys.map { JSON.Member($0, .object(JSON.list(of: value, 1...100))) },
          and: [JSON.Member("minProperties", .whole(1))]),
      ]))
  }

  static var question: JSON {
    let answer = JSON.object([JSON.Member("type", .texts(["string", "number"]))])
    return .lines(
      "Something that is asked.",
      [
        JSON.Member(
          "id",
          .schema(
            "Its short name.",
            [
              JSON.Member("type", .text("string")),
              JSON.Member("pattern", .text("^[a-z0-9-]{1,20}$")),
            ])),
        JSON.Member(
          "when",
          .schema(
            "before the first step, or after the goals are reached.",
            JSON.oneOf(["before", "after"]))),
        JSON.Member("ask", .schema("The question.", .aText)),
        JSON.Member(
          "choices",
          .schema(
            "Called a, b, c …; without them, the answer is a number.",
            JSON.list(
              of: .object([JSON.Member("type", .texts(["string", "number"]))]),
              2...Question.choiceLimit))),
        JSON.Member("answer", .schema("A letter or a number.", answer.members ?? [])),
        JSON.Member(
          "tolerance",
          .schema(
            "How far off a number may be, or per cent of it: 2% if not said.",
            JSON.anyOf([
              .object([JSON.Member("type", .text("number")), JSON.Member("minimum", .whole(0))]),
              .object([
                JSON.Member("type", .text("string")),
                JSON.Member("pattern", .text("^[0-9.]+ *%?$")),
              ]),
            ]))),
        JSON.Member("explanation", .schema("Why, told afterwards.", .aText)),
        JSON.Member(
          "reveal",
          .schema("Whether right or wrong is told at once.", JSON.oneOf(["now", "end"]))),
      ], needs: ["id", "ask", "answer", "explanation"])
  }

  static var goal: JSON {
    let epoch = JSON.whole(in: 1...1_000_000)
    return .lines(
      "Something to be reached.",
      [
        JSON.Member("text", .schema("What it is, for the learner.", .aText)),
        JSON.Member(
          "needs",
          .schema(
            "What has to hold at the same moment.", JSON.list(of: reference("condition"), 1...20))),
        JSON.Member("at", .schema("At the end of that epoch of a run.", epoch)),
        JSON.Member("within", .schema("At the end of some epoch up to that one.", epoch)),
        JSON.Member(
          "hold", .schema("For how many epochs in a row; 1 if not said.", JSON.whole(in: 1...1000))),
        JSON.Member(
          "seeds",
          .lines(
            "How many seeds of first weights and order have to reach it.",
            [
              JSON.Member("of", .schema("Seeds that are tried.", JSON.whole(in: 2...100))),
              JSON.Member("pass", .schema("Seeds that have to reach it.", JSON.whole(in: 1...100))),
            ], needs: ["of", "pass"])),
        JSON.Member(
          "medal",
          .schema(
            "A bonus that passing does not ask for.",
            JSON.oneOf(Goal.Medal.allCases.map(\.rawValue)))),
      ], needs: ["text", "needs"],
      and: [
        JSON.Member("not", .object([JSON.Member("required", .texts(["at", "within"]))]))
      ])
  }
}
