import Engine
import Studio

extension PlainWords {
  /// The lights that are lit, each with what was measured and what to try; after a divergence also
  /// what led to it.
  static func health(_ session: Session) -> [String] {
    let lit = Health(of: session).lights.filter { $0.state >= .watch }
    let lights = lit.flatMap { light in
      ["\(light.name), \(light.state.word): \(light.measured) \(light.why)"]
        + (light.advice.isEmpty
          ? [] : ["Try " + light.advice.map(\.text).joined(separator: "; or ") + "."])
    }
    let found = lights.isEmpty ? ["No light is on."] : lights
    guard let postMortem = session.postMortem else { return found }
    let divergence = postMortem.divergence
    return [
      "Training diverged in epoch \(divergence.epoch), step \(divergence.step):"
        + " \(postMortem.place(in: session)) was no finite number any more.",
      "Most likely \(postMortem.cause.title). "
        + ([postMortem.growth].compactMap { $0 } + postMortem.cause.evidence)
        .joined(separator: " "),
      "The command back leads to epoch \(session.refugeEpoch ?? 0), where all was sound; then try "
        + postMortem.cause.advice.map(\.text).joined(separator: "; or ") + ".",
    ] + found
  }
}
