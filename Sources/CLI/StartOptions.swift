import ArgumentParser
import Lessons
import Studio

/// What a command begins with: a preset, and settings to change in it.
struct StartOptions: ParsableArguments {
  @Argument(
    help: """
      A name that “percept presets” lists, a YAML file, a CSV file of measurements, or an address of \
      TensorFlow Playground in quotes.
      """, completion: Candidates.presets)
  var preset: String?

  @OptionGroup
  var changes: ChangeOptions

  /// What every `--set` asks for: `KEY=VALUE`.
  var settings: [String] {
    get { changes.settings }
    set { changes.settings = newValue }
  }

  /// Whether nothing was asked for.
  var isEmpty: Bool { preset == nil && settings.isEmpty }

  /// What PRESET names, before any setting is changed; the usual preset if none is named.
  func named() throws -> Opening {
    try preset.map { try PresetLibrary.ofThisProgram().opening($0) } ?? Opening(preset: Preset())
  }

  /// What PRESET names, with other data if they were given, before any setting is changed.
  func unchanged(_ data: DataOptions? = nil) throws -> Opening {
    try data?.opening(self) ?? named()
  }

  /// What PRESET names, with other data if they were given and every setting changed that was to be.
  func opening(_ data: DataOptions? = nil) throws -> Opening {
    var opening = try unchanged(data)
    try change(&opening)
    opening.remarks += opening.lateRemarks
    return opening
  }

  /// Changes every setting that was to be.
  func change(_ opening: inout Opening) throws {
    try Self.apply(settings, to: &opening.preset)
    guard let exercise = opening.exercise, !exercise.canBegin(opening.preset) else { return }
    opening.remarks.append(
      "The network has another shape than that of \(exercise.label), so its first weights are drawn."
    )
  }

  /// What every KEY=VALUE asks for, in the order in which they can be done.
  func assignments() throws -> [Assignment] {
    try Self.assignments(settings)
  }

  private static func assignments(_ texts: [String]) throws -> [Assignment] {
    SettingCatalogue.inOrder(try texts.map { try Assignment($0) }, by: \.setting.key)
  }

  /// Checks that settings go together; `name` begins the line that says they don't.
  static func check(_ preset: Preset, named name: String = "") throws {
    do {
      try preset.validate()
    } catch {
      throw Failure(message: name + "\(error)")
    }
  }

  /// Applies every KEY=VALUE; together they have to make sense, in whatever order they stand.
  static func apply(_ texts: [String], to preset: inout Preset) throws {
    // The one after which the settings did not go together any more; none if they never did.
    var (suspect, wentTogether): (String?, Bool) = (nil, (try? preset.validate()) != nil)
    for assignment in try assignments(texts) {
      do {
        try assignment.setting.set(assignment.value, in: &preset)
      } catch {
        throw Failure(message: "--set \(assignment.text): \(error)")
      }
      let goesTogether = (try? preset.validate()) != nil
      suspect = goesTogether ? nil : wentTogether ? assignment.text : suspect
      wentTogether = goesTogether
    }
    try check(preset, named: suspect.map { "--set \($0): " } ?? "")
  }
}

/// What one `--set` asks for.
struct Assignment {
  /// As it was written: `KEY=VALUE`.
  let text: String
  let setting: Setting
  let value: String

  init(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw Failure(
        message: "--set \(text): expected KEY=VALUE, as in training.learning-rate=0.1")
    }
    guard let setting = SettingCatalogue.keyed(String(parts[0])) else {
      throw Failure(
        message: "--set \(text): there is no setting “\(parts[0])”"
          + SettingCatalogue.hint(for: String(parts[0])))
    }
    self.text = text
    self.setting = setting
    value = String(parts[1])
  }
}
