/// Curves over two axes.
public struct LineChart: Sendable {
  /// One curve.
  public struct Series: Sendable {
    /// What the legend calls it.
    public var name: String
    /// Its points in the order they are joined; one that is not finite breaks the line.
    public var points: [(x: Double, y: Double)]
    /// The colour of its line.
    public var color: Color
    /// How its line is broken, which tells it from another without colour.
    public var pattern: LinePattern

    /// A curve through points.
    public init(
      name: String, points: [(x: Double, y: Double)], color: Color = .standard,
      pattern: LinePattern = .solid
    ) {
      self.name = name
      self.points = points
      self.color = color
      self.pattern = pattern
    }
  }

  /// The curves; later ones are drawn over earlier ones.
  public var series: [Series]
  /// The horizontal range; that of the points if nil.
  public var xRange: ClosedRange<Double>?
  /// The vertical range; round numbers around the points if nil.
  public var yRange: ClosedRange<Double>?
  /// Whether the vertical axis is logarithmic; numbers that are not positive then break the line.
  public var logarithmic: Bool
  /// The same for the horizontal axis.
  public var logarithmicX: Bool
  /// What the horizontal axis counts.
  public var xLabel: String
  /// What the vertical axis measures.
  public var yLabel: String
  /// Whether the names of the curves are shown, where there is room.
  public var showsLegend: Bool

  /// A chart of curves.
  public init(
    series: [Series], xRange: ClosedRange<Double>? = nil, yRange: ClosedRange<Double>? = nil,
    logarithmic: Bool = false, logarithmicX: Bool = false, xLabel: String = "",
    yLabel: String = "", showsLegend: Bool = true
  ) {
    self.series = series
    self.xRange = xRange
    self.yRange = yRange
    self.logarithmic = logarithmic
    self.logarithmicX = logarithmicX
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.showsLegend = showsLegend
  }
}
