import Studio

/// What the playground has to explain.
extension PlaygroundLab {
  func topic(_ session: Session) -> Topic? {
    if let hoveredPart, hoveredPart.exists(in: session) { return .part(hoveredPart) }
    if pointer != nil { return .view(shownView) }
    return Topic(focus, shownView: shownView)
  }

  func figures(_ session: Session) -> Figures {
    let chosen: NetworkPart? = if case .part(let part) = focus { part } else { part }
    return Figures(
      session, near: pointer, part: chosen?.exists(in: session) == true ? chosen : nil)
  }
}
