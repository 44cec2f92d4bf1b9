import Glibc
import Testing

@testable import Terminal

@Suite("A file that is only added to")
struct AppendedFileTests {
  @Test("What half of something may stand in is never added to again")
  func damaged() throws {
    // A device that is full, and cannot be cut either.
    let file = try AppendedFile(path: "/dev/full")
    #expect(throws: SystemProblem(code: ENOSPC)) { try file.append([1]) }
    #expect(throws: SystemProblem(code: EINVAL)) { try file.append([1]) }
    #expect(throws: SystemProblem(code: EINVAL)) { try file.append([]) }
  }

  @Test("A name is brought to the disk, and it is told if there is none")
  func entry() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "file")
    #expect(FolderEntry.sync(of: folder.path + "/file"))
    #expect(!FolderEntry.sync(of: folder.path + "/none"))
  }

  @Test("A path that leads nowhere is told with the system's reason")
  func nowhere() {
    #expect(throws: SystemProblem(code: ENOENT)) { try AppendedFile(path: "/proc/self/no/file") }
    #expect(throws: SystemProblem(code: EISDIR)) { try AppendedFile(path: "/") }
  }
}
