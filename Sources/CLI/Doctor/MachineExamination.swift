/// What there is to say of the program and the machine it runs on.
struct MachineExamination {
  let facts: Facts

  var findings: [Finding] { [build, processor, cores] }

  private var build: Finding {
    let build = facts.build
    return Finding(
      area: .machine, name: "program", value: build.version,
      state: build.isDebug ? .warning : .good,
      text:
        "Percept \(build.version), a \(build.kind) build\(build.isDebug ? " for debugging" : "")"
        + " by Swift \(build.compiler)",
      remedy: build.isDebug ? "swift build -c release, for speed" : nil)
  }

  private var processor: Finding {
    let processor = facts.processor
    let vectors = processor.vectors
    let unused = facts.build.kind == "portable" ? processor.unusedByPortableBuild : []
    return Finding(
      area: .machine, name: "processor", value: vectors.first,
      text: "\(processor.name ?? "a processor without a name")"
        + (vectors.isEmpty ? "" : ", with \(vectors.joined(separator: ", "))")
        + "; this build uses \(facts.build.features)",
      remedy: unused.first.map {
        "PERCEPT_NATIVE=1 swift build -c release, for \($0): the same numbers, sooner"
      })
  }

  private var cores: Finding {
    Finding(
      area: .machine, name: "cores", value: "\(facts.cores)",
      text: facts.cores == 1 ? "one core" : "\(facts.cores) cores")
  }
}
