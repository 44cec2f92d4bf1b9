import Engine

/// Points as a few lines of text, for presets and checkpoints.
extension PointSet {
  /// A line for each axis and for the classes that are not plain, then `x1,x2,class,share` or
  /// `x1,x2,number,share`, then a line a point with places on the plane and the number of the class.
  public var text: String {
    var text = ""
    for (key, axis) in zip(["axis1", "axis2", "target"], axes + [target]) where axis != plain(key) {
      text += CSV.line([key, axis.name, "\(axis.low)", "\(axis.high)"])
    }
    if isOneDimensional { text += "one-dimensional\n" }
    if case .classification(let classes) = problem {
      let labels = Set(points.map { Int($0.example.label) })
      if !classNames.isEmpty {
        text += CSV.line(["classes"] + classNames)
      } else if classes != Self.classes(labels.max() ?? 0) {
        text += CSV.line(["classes"] + Dataset.plainClassNames(classes))
      }
    }
    let isShared = points.contains { $0.share != nil }
    let label = problem == .regression ? "number" : "class"
    text += CSV.line(["x1", "x2", label] + (isShared ? ["share"] : []))
    for point in points {
      let example = point.example
      let value =
        problem == .regression ? "\(example.label)" : "\(Int(example.label))"
      text += CSV.line(
        ["\(example.x1)", "\(example.x2)", value]
          + (isShared ? [point.share.map { "\($0)" } ?? ""] : []))
    }
    return text
  }

  /// Two classes, or more.
  private static func classes(_ largest: Int) -> Int { max(2, largest + 1) }

  private func plain(_ key: String) -> Axis {
    switch key {
    case "axis1": Dataset.plainAxes[0]
    case "axis2": Dataset.plainAxes[1]
    default: .target("label")
    }
  }

  /// The points of a text.
  public init(text: String) throws(TableProblem) {
    self.init([], problem: .classification(classes: 2))
    var isRegression: Bool?
    for (line, cells) in try CSV.rows(text) {
      if let isRegression {
        points.append(try Self.point(cells, line, isRegression: isRegression))
        guard points.count <= Self.limit else {
          throw TableProblem(line: line, "expected at most \(Self.limit) points")
        }
      } else if cells.starts(with: ["x1", "x2", "class"]) {
        isRegression = false
      } else if cells.starts(with: ["x1", "x2", "number"]) {
        guard classNames.isEmpty else {
          throw TableProblem(line: line, "expected “x1,x2,class” below the names of classes")
        }
        isRegression = true
        problem = .regression
      } else {
        try readHead(cells, line)
      }
    }
    guard let isRegression else {
      throw TableProblem("expected the line “x1,x2,class” or “x1,x2,number”, and points below it")
    }
    let hasTraining = points.contains { $0.share == .training || $0.share == nil }
    guard hasTraining else { throw TableProblem("expected at least one point for training") }
    if !isRegression {
      let largest = points.map { Int($0.example.label) }.max() ?? 0
      include(class: max(largest, classNames.count - 1))
      if case .classification(let classes) = problem,
        classNames == Dataset.plainClassNames(classes)
      {
        classNames = []
      }
    }
  }

  /// A line above the points.
  private mutating func readHead(_ cells: [String], _ line: Int) throws(TableProblem) {
    switch (cells.first, cells.count) {
    case ("one-dimensional", 1): isOneDimensional = true
    case ("classes", 3...(Table.classLimit + 1)): classNames = Array(cells.dropFirst())
    case ("axis1", 4), ("axis2", 4), ("target", 4):
      guard let low = Self.number(cells[2]), let high = Self.number(cells[3]) else {
        throw TableProblem(
          line: line, "expected a name and two numbers after “\(cells[0].shown())”")
      }
      if cells[0] == "target" {
        target = .target(cells[1], low: low, high: high)
      } else {
        axes[cells[0] == "axis1" ? 0 : 1] = Axis(cells[1], low: low, high: high)
      }
    default:
      throw TableProblem(line: line, "expected the line “x1,x2,class” or “x1,x2,number”")
    }
  }

  private static func point(
    _ cells: [String], _ line: Int, isRegression: Bool
  ) throws(TableProblem) -> Point {
    guard (3...4).contains(cells.count) else {
      throw TableProblem(
        line: line, "expected x1, x2, a label and perhaps a share, found \(cells.count) cells")
    }
    guard let x1 = coordinate(cells[0]), let x2 = coordinate(cells[1]) else {
      throw TableProblem(line: line, "expected two numbers for x1 and x2")
    }
    let label: Double
    if isRegression {
      guard let number = coordinate(cells[2]) else {
        throw TableProblem(line: line, "expected a number to predict, found “\(cells[2].shown())”")
      }
      label = Double(number)
    } else {
      guard let number = Int(cells[2]), (0..<Table.classLimit).contains(number) else {
        throw TableProblem(
          line: line,
          "expected a class from 0 to \(Table.classLimit - 1), found “\(cells[2].shown())”")
      }
      label = Double(number)
    }
    var share: Dataset.Share?
    if cells.count == 4 && !cells[3].isEmpty {
      share = Dataset.Share.allCases.first { "\($0)" == cells[3] }
      guard share != nil else {
        throw TableProblem(
          line: line, "expected the share training, validation or test, found “\(cells[3].shown())”"
        )
      }
    }
    return Point(Example(Double(x1), Double(x2), label: label), share)
  }

  /// Places far outside of every map would only make numbers overflow.
  private static func coordinate(_ text: String) -> Float? {
    guard let number = Float(text), abs(number) <= 1e6 else { return nil }
    return number
  }

  private static func number(_ text: String) -> Double? {
    guard let number = Double(text), abs(number) <= 1e100 else { return nil }
    return number
  }
}
