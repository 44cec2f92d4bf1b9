import Foundation

/// A file or a folder of the program's.
struct Place: Equatable {
  /// What the program does there.
  enum Use: Equatable {
    /// It reads what is there.
    case reads
    /// It keeps things there, and makes the folder when it is needed.
    case keeps
  }

  /// Its name in the report.
  let name: String
  /// Where it is; nil if nothing says where.
  let path: String?
  let use: Use
  /// Whether it is there.
  var exists = false
  /// Whether it can be read; of one that is missing, false.
  var isReadable = false
  /// Whether it can be written, or made in the nearest folder that is there.
  var isWritable = false
  /// Whether nothing more goes on its disk.
  var isFull = false
  /// How many files for the program are in it; nil where they are not counted.
  var count: Int?

  /// Less than this many bytes are as good as none.
  static let leastRoom = 1 << 20

  /// Every one, with what is known of it by now.
  static func all(_ library: PresetLibrary, _ environment: [String: String]) -> [Place] {
    let exercises = ExerciseLibrary(besidePresets: library)
    return [
      Place("presets", library.folder, .reads, count: (try? library.items())?.count),
      Place("exercises", exercises.folder, .reads, count: (try? exercises.items())?.count),
      Place("settings", UserFolder.settings(environment), .keeps),
      Place("session", UserFolder.lastSession(environment), .keeps),
      Place("trainings", UserFolder.trainings(environment), .keeps),
      Place("progress", UserFolder.progress(environment), .keeps),
      Place("submissions", UserFolder.submissions(environment), .keeps),
    ]
  }

  /// What is not looked at, such as in a test.
  init(name: String, path: String?, use: Use) {
    (self.name, self.path, self.use) = (name, path, use)
  }

  private init(_ name: String, _ path: String?, _ use: Use, count: Int? = nil) {
    self.init(name: name, path: path, use: use)
    self.count = count
    guard let path else { return }
    let files = FileManager.default
    exists = files.fileExists(atPath: path)
    isReadable = files.isReadableFile(atPath: path)
    var there = URL(fileURLWithPath: path)
    while !files.fileExists(atPath: there.path), there.path != "/" {
      there.deleteLastPathComponent()
    }
    // A file that is there is written anew in its folder, and renamed.
    let folder = FileBytes.isFolder(there.path) ? there : there.deletingLastPathComponent()
    isWritable =
      (there.path == path || folder == there) && files.isWritableFile(atPath: folder.path)
    let room = try? files.attributesOfFileSystem(forPath: folder.path)[.systemFreeSize] as? Int
    isFull = room.map { $0 < Self.leastRoom } ?? false
  }
}
