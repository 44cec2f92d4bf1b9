/// The format of presets and exercises as a JSON Schema, for editors that help with writing YAML.
///
/// It is made from the same catalogues as everything else. It knows what a file may look like; what
/// only the whole of a file tells, such as a share that leaves no points, Percept alone checks.
///
/// Source: *JSON Schema: A Media Type for Describing JSON Documents*, draft 2020-12.
public enum FormatSchema {
  /// The whole schema.
  public static var json: JSON {
    .object([
      JSON.Member("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      JSON.Member("title", .text("Percept preset or exercise")),
      JSON.Member(
        "description",
        .text("A start of the playground; with the key exercise, a task with goals to reach.")),
      JSON.Member("type", .text("object")),
      JSON.Member("required", .texts(["format"])),
      JSON.Member("additionalProperties", .truth(false)),
      JSON.Member("properties", .object(topMembers)),
      JSON.Member("$defs", .object(ExerciseSchema.definitions)),
    ])
  }

  private static var topMembers: [JSON.Member] {
    let opening = [
      JSON.Member(
        "format",
        .schema(
          "The version of the format; comes first.",
          [JSON.Member("const", .number("\(Preset.format)"))])),
      JSON.Member("title", .schema("The name on the screen and in lists.", .aText)),
      JSON.Member("description", .schema("One line: what it shows.", .aText)),
    ]
    let settings = [SettingCatalogue.seed] + SettingCatalogue.all
    let top = settings.filter { !$0.key.contains(".") }.map { JSON.Member($0.key, $0.schema) }
    return opening + top + SettingSchema.sections + [
      JSON.Member("exercise", ExerciseSchema.exercise)
    ]
  }
}

/// Parts of schemas.
extension JSON {
  /// A schema with what people read of it.
  static func schema(_ description: String, _ members: [Member]) -> JSON {
    .object([Member("description", .text(description))] + members)
  }

  /// Lines of `key: value` with these keys and no others.
  static func lines(
    _ description: String, _ properties: [Member], needs required: [String] = [],
    and others: [Member] = []
  ) -> JSON {
    .schema(
      description,
      [Member("type", .text("object")), Member("additionalProperties", .truth(false))]
        + (required.isEmpty ? [] : [Member("required", .texts(required))])
        + [Member("properties", .object(properties))] + others)
  }

  /// A list of so many items.
  static func list(of items: JSON, _ counts: ClosedRange<Int>? = nil) -> [Member] {
    [Member("type", .text("array")), Member("items", items)]
      + (counts.map { counts in
        (counts.lowerBound > 0 ? [Member("minItems", .whole(counts.lowerBound))] : [])
          + [Member("maxItems", .whole(counts.upperBound))]
      } ?? [])
  }

  /// One of several.
  static func anyOf(_ schemas: [JSON]) -> [Member] { [Member("anyOf", .list(schemas))] }

  /// One of these texts.
  static func oneOf(_ names: [String]) -> [Member] { [Member("enum", .texts(names))] }

  /// A whole number in a range.
  static func whole(in range: ClosedRange<Int>) -> [Member] {
    [
      Member("type", .text("integer")), Member("minimum", .whole(range.lowerBound)),
      Member("maximum", .whole(range.upperBound)),
    ]
  }
}

extension [JSON.Member] {
  /// Any text.
  static var aText: [JSON.Member] { [JSON.Member("type", .text("string"))] }
}
