import Drawing
import Lessons
import Studio

extension Control {
  /// What `help` says, as much of it as one line of the smallest screen has room for: of a choice
  /// the formula rather than what is chosen.
  func line(_ session: Session) -> String {
    let full = help(session)
    guard let setting = described else { return full }
    let layer: Int? = if case .layerSetting(_, let layer) = self { layer } else { nil }
    let title = title(session)
    let start = title.prefix(1).uppercased() + title.dropFirst()
    var variants = [full]
    if let formula = formula(setting.key, layer, session) {
      variants += ["\(start): \(formula)", formula.replacing("  ", with: " ")]
    }
    return NoticeLine.fitting(variants + [setting.help])
  }
}
