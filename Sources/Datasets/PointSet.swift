/// Points that were drawn by hand or written down one by one.
public struct PointSet: Equatable, Sendable {
  /// A point and the share that it belongs to.
  public struct Point: Equatable, Sendable {
    /// Where it is and what it is.
    public var example: Example
    /// Its share; nil to be split like any other points.
    public var share: Dataset.Share?

    /// A point of a share.
    public init(_ example: Example, _ share: Dataset.Share? = nil) {
      self.example = example
      self.share = share
    }
  }

  /// The points.
  public var points: [Point]
  /// What is to be predicted.
  public var problem: Problem
  /// The axes of x₁ and x₂.
  public var axes: [Axis]
  /// The axis of the label.
  public var target: Axis
  /// The classes by name, where they have names of their own.
  public var classNames: [String]
  /// Whether x₂ says nothing.
  public var isOneDimensional: Bool

  /// The most points.
  public static let limit = 20_000

  /// Points of the plain plane.
  public init(
    _ points: [Point], problem: Problem, axes: [Axis] = Dataset.plainAxes,
    target: Axis = .target("label"), classNames: [String] = [], isOneDimensional: Bool = false
  ) {
    self.points = points
    self.problem = problem
    self.axes = axes
    self.target = target
    self.classNames = classNames
    self.isOneDimensional = isOneDimensional
  }

  /// The points of a data set, in the order of `allPoints`, each in its share.
  public init(_ dataset: Dataset) {
    let points = Dataset.Share.allCases.flatMap { share in
      dataset[share].map { Point($0, share) }
    }
    self.init(
      points, problem: dataset.problem, axes: dataset.axes, target: dataset.target,
      classNames: dataset.hasOwnClassNames ? dataset.classNames : [],
      isOneDimensional: dataset.isOneDimensional)
  }

  /// How many there are of a share.
  public func count(of share: Dataset.Share) -> Int { points.count { $0.share == share } }

  /// The present points, to be split anew.
  public mutating func forgetShares() {
    for index in points.indices { points[index].share = nil }
  }

  /// Makes room for a class, if labels are classes; names go on as numbers, as far as they are free.
  public mutating func include(class label: Int) {
    guard case .classification(let classes) = problem, label >= classes else { return }
    problem = .classification(classes: label + 1)
    guard !classNames.isEmpty, classNames.count <= label else { return }
    for index in classNames.count...label {
      var number = index
      while classNames.contains("\(number)") { number += 1 }
      classNames.append("\(number)")
    }
  }
}
