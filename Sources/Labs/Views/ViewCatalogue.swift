/// Every view there is. Keys, tabs, the palette of commands and tests read this list.
enum ViewCatalogue {
  /// The views in the order of their keys, from 1.
  static let all: [any RunView.Type] = [
    MapView.self, SpaceView.self, LinesView.self, LossView.self, LayersView.self, ScoresView.self,
    TableView.self, CurveView.self, MicroView.self, LandscapeView.self, HistoryView.self,
    HealthView.self, PairView.self, LuckView.self, CodeView<KerasWords>.self,
    CodeView<PyTorchWords>.self,
  ]

  /// Where the view of a name stands, in small letters or not; nil if there is none.
  static func named(_ name: String) -> Int? {
    all.firstIndex { $0.name.lowercased() == name.lowercased() }
  }

  /// Where a view stands.
  static func place(of view: any RunView.Type) -> Int? { all.firstIndex { $0 == view } }
}
