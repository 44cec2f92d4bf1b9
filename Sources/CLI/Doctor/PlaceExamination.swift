/// What there is to say of files and folders.
struct PlaceExamination {
  let facts: Facts

  var findings: [Finding] {
    facts.places.map(finding).map { found in
      guard found.name == "settings", let problem = facts.settingsProblem else { return found }
      return Finding(
        area: .files, name: found.name, value: found.value, state: .warning, text: problem,
        remedy: "mend that line, or remove the file")
    }
  }

  private func finding(_ place: Place) -> Finding {
    switch place.use {
    case .reads: source(place)
    case .keeps: keeping(place)
    }
  }

  private func finding(
    _ place: Place, _ text: String, _ state: Finding.State = .good, remedy: String? = nil
  ) -> Finding {
    Finding(
      area: .files, name: place.name, value: place.path, state: state, text: text, remedy: remedy)
  }

  /// Of a folder that is read.
  private func source(_ place: Place) -> Finding {
    let remedy = "export PERCEPT_PRESETS=FOLDER, with the folder that holds them"
    guard let path = place.path else {
      return finding(place, "none were found", .problem, remedy: remedy)
    }
    guard place.exists, place.isReadable, let count = place.count, count > 0 else {
      let what =
        !place.exists ? "is missing" : place.isReadable ? "holds none" : "can't be read"
      return finding(place, "\(path) \(what)", .problem, remedy: remedy)
    }
    return finding(place, "\(count) in \(path)")
  }

  /// Of a file or folder that things are kept in.
  private func keeping(_ place: Place) -> Finding {
    guard let path = place.path else {
      return finding(
        place, "neither HOME nor XDG variables say where to keep it", .warning,
        remedy: "export HOME=FOLDER")
    }
    if place.isFull {
      return finding(
        place, "\(path): the disk is full, so that nothing is kept", .warning,
        remedy: "df -h shows the disks")
    }
    guard place.isWritable else {
      return finding(
        place, "\(path) can't be written, so that nothing is kept", .warning,
        remedy: "ls -ld shows the permissions of the folders above")
    }
    return finding(place, path + (place.exists ? "" : " (when there is something to keep)"))
  }
}
