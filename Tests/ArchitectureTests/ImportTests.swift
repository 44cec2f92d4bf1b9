import Testing

@Suite("The stack of modules")
struct ImportTests {
  /// The modules from the bottom up, as DESIGN.md §1 draws them: each may import those before it.
  private static let stack = [
    "CNCurses", "CTermGuard", "Engine", "Benchmark", "Datasets", "Drawing", "Lessons", "Studio",
    "Sweeps", "Labs", "Terminal", "CLI", "percept",
  ]
  /// Modules from outside, and where alone they may be used beside tests.
  private static let reserved = [
    "Foundation": ["CLI"], "Yams": ["Lessons"], "ArgumentParser": ["CLI", "percept"],
    "CNCurses": ["Terminal"], "CTermGuard": ["Terminal"],
    "Synchronization": ["Terminal", "CLI"], "Glibc": ["Terminal"], "Musl": ["Terminal"],
    "Darwin": ["Terminal"],
  ]
  /// What comes with the compiler and cannot be declared.
  private static let toolchain: Set<String> = [
    "Foundation", "Synchronization", "Testing", "Glibc", "Musl", "Darwin",
  ]

  private static func targets() throws -> [Target] {
    Manifest(try SourceTree.manifest()).targets
  }

  @Test("The manifest is read: every folder of sources is a target with files, and the other way")
  func manifest() throws {
    let targets = try Self.targets()
    for file in SourceTree.swiftFiles(below: "Sources") + SourceTree.swiftFiles(below: "Tests") {
      let owners = targets.filter { file.path.hasPrefix($0.folder + "/") }
      #expect(owners.count == 1, "\(file.path) belongs to \(owners.map(\.name))")
    }
    #expect(targets.contains { $0.name == "Engine" && !$0.isTest })
    #expect(targets.contains { $0.name == "ArchitectureTests" && $0.isTest })
  }

  @Test("Every import is a declared dependency of its target")
  func declared() throws {
    for target in try Self.targets() {
      for file in SourceTree.swiftFiles(below: target.folder) {
        for module in file.imports where !Self.toolchain.contains(module) {
          #expect(target.dependencies.contains(module), "\(file.path) imports \(module)")
        }
      }
    }
  }

  @Test("Every declared dependency is imported by some file of its target")
  func used() throws {
    let targets = try Self.targets()
    for target in targets {
      let files = SourceTree.swiftFiles(below: target.folder)
      // C and system modules have no imports to compare with.
      guard !files.isEmpty else { continue }
      let imports = Set(files.flatMap(\.imports))
      // A program is not imported; a test that runs it depends on it all the same.
      let programs = Set(targets.filter(\.isProgram).map(\.name))
      for dependency in target.dependencies where !programs.contains(dependency) {
        #expect(imports.contains(dependency), "\(target.name) does not use \(dependency)")
      }
    }
  }

  @Test("Modules import only what stands below them")
  func downwards() throws {
    for target in try Self.targets() where target.folder.hasPrefix("Sources/") {
      let place = try #require(
        Self.stack.firstIndex(of: target.name), "\(target.name) has no place in the stack")
      for file in SourceTree.swiftFiles(below: target.folder) {
        for module in file.imports {
          if let other = Self.stack.firstIndex(of: module) {
            #expect(other < place, "\(file.path) imports \(module), which stands above it")
          } else {
            #expect(Self.reserved[module] != nil, "\(file.path) imports \(module) from outside")
          }
        }
      }
    }
  }

  @Test("Foundation, Yams, ArgumentParser and the C modules stay where they belong")
  func reserved() throws {
    for target in try Self.targets() where target.folder.hasPrefix("Sources/") {
      for file in SourceTree.swiftFiles(below: target.folder) {
        for module in file.imports {
          guard let allowed = Self.reserved[module] else { continue }
          #expect(allowed.contains(target.name), "\(file.path) imports \(module)")
        }
      }
    }
  }

  @Test("Sources lean on no test target, and the engine on nothing")
  func bottom() throws {
    let targets = try Self.targets()
    for target in targets where target.folder.hasPrefix("Sources/") {
      for dependency in target.dependencies {
        let found = targets.first { $0.name == dependency }
        #expect(found?.folder.hasPrefix("Tests/") != true, "\(target.name) uses \(dependency)")
      }
    }
    #expect(targets.first { $0.name == "Engine" }?.dependencies == [])
  }
}
