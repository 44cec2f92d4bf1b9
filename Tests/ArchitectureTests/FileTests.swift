import Testing

@Suite("Files")
struct FileTests {
  /// Families whose members are a file each, and the file that lists them.
  private static let families: [(folder: String, list: String)] = [
    ("Sources/Engine/Optimizers", "Sources/Engine/Optimizers/Optimizer.swift"),
    ("Sources/Engine/Schedules", "Sources/Engine/Schedules/Schedule.swift"),
    ("Sources/Datasets/Recipes", "Sources/Datasets/Recipe.swift"),
  ]

  private static let sources = SourceTree.swiftFiles(below: "Sources")

  @Test("No file is longer than 250 lines")
  func length() {
    #expect(!Self.sources.isEmpty)
    for file in Self.sources + SourceTree.swiftFiles(below: "Tests") {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
      #expect(lines <= 250, "\(file.path) has \(lines) lines")
    }
  }

  @Test("Unsafe code stays in Terminal")
  func safety() {
    for file in Self.sources where !file.path.hasPrefix("Sources/Terminal/") {
      for line in file.code {
        let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
        let unsafe = words.first { word in
          word == "unsafe" || word.hasPrefix("Unsafe") || word.hasPrefix("withUnsafe")
            || word.hasPrefix("OpaquePointer") || word.hasPrefix("unsafeBitCast")
        }
        #expect(unsafe == nil, "\(file.path): \(line)")
      }
    }
  }

  @Test("No source gives up with a force unwrap's words")
  func traps() {
    for file in Self.sources {
      for line in file.code {
        for word in ["try!", "as!", "fatalError("] {
          #expect(!line.contains(word), "\(file.path): \(line)")
        }
      }
    }
  }

  @Test("Every optimiser, schedule and recipe is listed in its catalogue")
  func catalogues() {
    for family in Self.families {
      let list = Self.sources.first { $0.path == family.list }
      let members = Self.sources.filter {
        $0.path.hasPrefix(family.folder + "/") && $0.path != family.list
      }
      // A module that is not there yet has neither list nor members.
      for member in members {
        #expect(
          list?.text.contains("\(member.name).self") == true,
          "\(member.path) is not listed in \(family.list)")
      }
    }
  }

  @Test("Every layer is listed in its catalogue, or made by it")
  func layers() {
    let folder = "Sources/Engine/Layers/"
    let list = Self.sources.first { $0.path == folder + "LayerCatalogue.swift" }
    for member in Self.sources
    where member.path.hasPrefix(folder) && member.text.contains("struct \(member.name): Layer ") {
      let isListed =
        list?.text.contains("\(member.name).") == true
        || list?.text.contains("\(member.name)(") == true
      #expect(isListed, "\(member.path) is not in the catalogue")
    }
  }
}
