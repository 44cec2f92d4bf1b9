import Drawing
import Lessons
import TestSupport

@testable import Labs

extension App {
  /// The race that is shown; nil on another screen.
  var descent: DescentLab? { lab as? DescentLab }
}

/// An app on the screen, after these keys.
func openDescent(_ keys: Key..., size: Size = wide) -> App {
  var app = App(Preset())
  _ = app.update(.resized(size, .full))
  app.press(.character("D"))
  app.press(keys)
  return app
}

func descentText(_ app: App, _ size: Size = wide) -> String {
  picture(app.view(size: size, capabilities: .full))
}
