import Engine

/// Words of a command that a person may copy into a shell.
enum ShellWord {
  /// A word as a shell reads it: in quotation marks where it has to be.
  static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || Array("-_./:=,+@%".utf8).contains(byte)
    }
    guard !isPlain || word.isEmpty else { return word }
    return "'" + word.replacing(scalar: "'", with: "'\\''") + "'"
  }
}
