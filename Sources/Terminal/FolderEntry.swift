import Glibc

/// What a folder has of a file: its name, without which the file's bytes would be lost.
public enum FolderEntry {
  /// Brings the name of a file that was made or renamed to the disk; whether the file system could.
  @discardableResult
  public static func sync(of path: String) -> Bool {
    // A link leads to a folder elsewhere.
    guard let real = unsafe realpath(path, nil) else { return false }
    defer { unsafe free(real) }
    let names = unsafe String(cString: real).split(separator: "/").dropLast()
    let folder = unsafe open("/" + names.joined(separator: "/"), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return false }
    defer { close(folder) }
    return fsync(folder) == 0
  }
}
