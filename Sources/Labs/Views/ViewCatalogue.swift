/// Every view there is. Digits, tabs, the palette of commands and tests read this list.
enum ViewCatalogue {
  /// The views in the order of their digits, from 1.
  static let all: [any RunView.Type] = [
    MapView.self, SpaceView.self, LinesView.self, LossView.self, LayersView.self, ScoresView.self,
    TableView.self, CurveView.self,
  ]
}
