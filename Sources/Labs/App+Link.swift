import Drawing
import Lessons
import Studio

/// The state as an address of TensorFlow Playground.
extension App {
  /// Shows the address; it is kept to be printed on leaving.
  mutating func showLink() {
    (showsHelp, explaining) = (false, nil)
    shownLink = session.playgroundAddress
    linkToPrint = shownLink
  }

  /// Takes a key while the address is shown: M frees the mouse, so that it can be selected, and any
  /// other key goes back.
  mutating func pressInLink(_ key: Key) -> Command? {
    if KeyMap.intent(for: key) == .toggleMouse { return toggleMouse() }
    shownLink = nil
    notice = ""
    return nil
  }

  /// The picture of the address; nil while it is not shown.
  var linkBox: LinkBox? { shownLink.map { LinkBox(address: $0, hasMouse: hasMouse) } }
}
