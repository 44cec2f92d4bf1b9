/// How maps show numbers and points, the same in every view.
struct Look: Equatable, Sendable {
  /// How a map shows how strong the output is.
  enum Style: String, CaseIterable, Sendable {
    /// Every strength has its colour.
    case smooth
    /// The sign or the class alone.
    case discrete
    /// Five steps of strength.
    case bands

    var next: Style { stepped(by: 1) }

    /// What the map shows, in a sentence.
    var notice: String {
      switch self {
      case .smooth: "The map shows how strong the output is."
      case .discrete: "The map shows the output's sign only."
      case .bands: "The map shows how sure the network is, in four bands of each class."
      }
    }

    /// A number from −1 to 1 as this style shows it; the heat map itself leaves out all but signs.
    func shown(_ value: Float) -> Float {
      guard self == .bands, !value.isNaN, value != 0 else { return value }
      let band = min((abs(value) * 4).rounded(.down), 3)
      return (value < 0 ? -1 : 1) * (band + 0.5) / 4
    }
  }

  /// Which number has the full colour.
  enum Range: String, CaseIterable, Sendable {
    /// Each map has its own: the bound of its activation, else the largest number on it.
    case panel
    /// The largest number of a layer, for all of its units.
    case layer
    /// 1 everywhere.
    case fixed

    var next: Range { stepped(by: 1) }

    var notice: String {
      switch self {
      case .panel: "Colours: each map has a range of its own."
      case .layer: "Colours: all units of a layer share one range."
      case .fixed: "Colours: from -1 to 1 on every map."
      }
    }
  }

  /// Which points stand on the maps.
  var points = PointChoice.training
  /// How strength is shown.
  var style = Style.smooth
  /// Which number has the full colour.
  var range = Range.panel
  /// Whether points that are taken for another class are marked.
  var marksMistakes = false
  /// Whether what is known of where the points come from is drawn over the maps.
  var showsTruth = false
}
