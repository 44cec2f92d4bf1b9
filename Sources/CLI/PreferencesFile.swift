import Foundation
import Labs

/// The file that keeps how a person likes it: `settings.yaml` in `$XDG_CONFIG_HOME/percept`.
///
/// Source: freedesktop.org, "XDG Base Directory Specification".
struct PreferencesFile {
  /// Where it is; nil if there is no place for it.
  let path: String?
  private(set) var preferences = Preferences()
  /// What in the file says nothing, in one line; nil if all is well.
  private(set) var problem: String?

  /// Reads the file if there is one; a bad one never keeps the program from starting.
  init(path: String?) {
    self.path = path
    read()
  }

  private mutating func read() {
    preferences = Preferences()
    problem = nil
    guard let path, (try? FileManager.default.attributesOfItem(atPath: path)) != nil else { return }
    do {
      let (preferences, problems) = Preferences.read(try TextFile.read(path))
      self.preferences = preferences
      problem = problems.first.map { first in
        let more = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
        return "\(path):\(first)\(more)"
      }
    } catch {
      problem = (error as? Failure)?.message ?? error.localizedDescription
    }
  }

  /// Takes one on and writes the file, whole or not at all; only what it says of that changes.
  mutating func keep(_ preference: Preference) throws {
    // The person may have written there since.
    read()
    preferences.set(preference)
    // What a person wrote and Percept does not understand is not for it to throw away.
    guard let path else { return }
    guard problem == nil else {
      throw Failure(message: "\(path) has a mistake, so that this is not kept there", status: 1)
    }
    try UserFolder.create(for: path)
    let text = StateFile.exists(path) ? try TextFile.read(path) : Preferences.heading
    try StateFile.replace(Array(Preferences.text(text, with: preference).utf8), at: path)
  }
}

/// Where a person's files are, by the environment.
enum UserFolder {
  /// `settings.yaml`; nil if neither `XDG_CONFIG_HOME` nor `HOME` tells where.
  static func settings(_ environment: [String: String]) -> String? {
    folder(environment, "XDG_CONFIG_HOME", else: ".config").map { $0 + "/settings.yaml" }
  }

  /// The checkpoint of the last session.
  static func lastSession(_ environment: [String: String]) -> String? {
    folder(environment, "XDG_STATE_HOME", else: ".local/state").map { $0 + "/last.percept" }
  }

  /// The folder of the checkpoints of trainings that were interrupted.
  static func trainings(_ environment: [String: String]) -> String? {
    folder(environment, "XDG_STATE_HOME", else: ".local/state").map { $0 + "/trainings" }
  }

  /// How far the learner is with the exercises.
  static func progress(_ environment: [String: String]) -> String? {
    folder(environment, "XDG_STATE_HOME", else: ".local/state").map { $0 + "/progress.json" }
  }

  /// The folder of the submissions that a learner's work writes.
  static func submissions(_ environment: [String: String]) -> String? {
    folder(environment, "XDG_STATE_HOME", else: ".local/state").map { $0 + "/submissions" }
  }

  /// Makes the folder of a file, readable for its owner alone, if it is missing.
  static func create(for path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(
        message: "\(folder): the folder can't be made (\(SystemError.reason(error)))", status: 1)
    }
  }

  private static func folder(
    _ environment: [String: String], _ variable: String, else place: String
  ) -> String? {
    // The specification has relative paths ignored.
    if let named = environment[variable], named.hasPrefix("/") { return named + "/percept" }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return "\(home)/\(place)/percept"
  }
}
