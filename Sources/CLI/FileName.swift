import ArgumentParser

/// Names of files that are no standard streams.
enum FileName {
  /// Throws for an option whose file is `-`, which would read or become a file of that name: elsewhere
  /// that is standard input or output.
  static func check(_ options: [(name: String, file: String?)]) throws {
    for option in options where option.file == "-" {
      throw ValidationError(
        "\(option.name) -: expected a file, not a standard stream; ./- is the file of that name")
    }
  }
}
