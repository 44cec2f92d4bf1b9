/// Every surface there is, the plainest first. The screen, its help and tests read this list.
public enum SurfaceCatalogue {
  /// The surfaces, in the order of the menus.
  public static let all: [any Surface] = [
    Bowl(), Ravine(), TiltedRavine(), Saddle(), Plateau(), TwoValleys(), FourValleys(), Ripples(),
    Rosenbrock(), Beale(),
  ]

  /// The surface of that name.
  public static func named(_ name: String) -> (any Surface)? { all.first { $0.name == name } }
}
