import Engine

/// Which columns of a table are the two directions and the label; nil for what is usual.
public struct ColumnChoice: Equatable, Sendable {
  /// The column of numbers along x₁.
  public var x1: String?
  /// The column of numbers along x₂, or `Table.noColumn`.
  public var x2: String?
  /// The column that is predicted.
  public var target: String?

  /// A choice of columns.
  public init(x1: String? = nil, x2: String? = nil, target: String? = nil) {
    self.x1 = x1
    self.x2 = x2
    self.target = target
  }
}

/// The points that the rows of a table are, seen in some of its columns.
///
/// Along each direction the smallest value comes to −5 and the largest to 5, so that maps and inputs
/// are of the usual size. Numbers to predict come to −1…1. Rows with a missing value in a chosen
/// column are left out.
public struct TablePoints: Sendable {
  /// The axes of x₁ and x₂.
  public let axes: [Axis]
  /// What a label reads: the axis of numbers that are predicted, or the name of the classes.
  public let target: Axis
  /// The classes by name; empty where numbers are predicted.
  public let classNames: [String]
  /// Whether there is no second direction; x₂ is 0 then.
  public let isOneDimensional: Bool
  /// The points, row by row.
  public let examples: [Example]
  /// How many rows were left out.
  public let missingCount: Int

  /// The points of a table; what the choice leaves open, or what the table does not have, is usual.
  public init(_ table: Table, _ choice: ColumnChoice) {
    let choice = table.completed(choice)
    let x1 = table.column(choice.x1 ?? "")?.numbers ?? []
    let x2 = table.column(choice.x2 ?? "")?.numbers
    let column = table.column(choice.target ?? "")
    let classes = column?.classes()
    let values = column?.numbers ?? []
    isOneDimensional = x2 == nil
    classNames = column?.classNames ?? []
    let rows = x1.indices.filter { row in
      let isLabelled =
        if let classes { classes[row] >= 0 } else { row < values.count && !values[row].isNaN }
      return isLabelled && !x1[row].isNaN && x2?[row].isNaN != true
    }
    missingCount = table.rowCount - rows.count
    let first = Axis.fitting(choice.x1 ?? "x1", rows.map { x1[$0] })
    let second = x2.map { x2 in Axis.fitting(choice.x2 ?? "x2", rows.map { x2[$0] }) }
    let name = choice.target ?? "label"
    let label =
      classes == nil ? Axis.fittingTarget(name, rows.map { values[$0] }) : Axis.target(name)
    axes = [first, second ?? Axis("x2")]
    target = label
    examples = rows.map { row in
      Example(
        first.place(of: x1[row]),
        second.flatMap { axis in x2.map { axis.place(of: $0[row]) } } ?? 0,
        label: classes.map { Double($0[row]) } ?? label.place(of: values[row]))
    }
  }
}

extension Table {
  /// A choice with what is usual for everything that it leaves open, or that is no column.
  ///
  /// Usual is to look at the first two columns of numbers beside the target.
  public func completed(_ choice: ColumnChoice) -> ColumnChoice {
    let target = choice.target.flatMap { targetNames.contains($0) ? $0 : nil } ?? usualTarget
    let numbers = numberNames
    let others = numbers.filter { $0 != target }
    let x1 = choice.x1.flatMap { numbers.contains($0) ? $0 : nil } ?? others.first ?? numbers.first
    let directions = numbers + [Self.noColumn]
    let x2 =
      choice.x2.flatMap { directions.contains($0) ? $0 : nil }
      ?? others.first { $0 != x1 } ?? Self.noColumn
    return ColumnChoice(x1: x1, x2: x2, target: target)
  }

  /// How many rows lack a value in a column of a choice, without making its points.
  public func missingCount(_ choice: ColumnChoice) -> Int {
    let choice = completed(choice)
    let lists = [choice.x1, choice.x2, choice.target].compactMap { $0.flatMap(column)?.missingRows }
      .filter { !$0.isEmpty }
    return lists.count < 2 ? lists.first?.count ?? 0 : Set(lists.joined()).count
  }

  /// Why no points can be made of the table at all; nil if they can.
  public var obstacle: String? {
    guard targetNames.isEmpty else {
      let choice = completed(ColumnChoice())
      if let name = choice.x1, name == choice.target {
        return
          "expected another column beside “\(name.shown())”: alone it leaves nothing to predict it from"
      }
      return TablePoints(self, ColumnChoice()).examples.isEmpty
        ? "expected a row without missing values" : nil
    }
    let reasons = columns.map { "“\($0.name.shown())” \($0.obstacle)" }.prefix(3).joined(
      separator: ", ")
    return "expected a column to predict, of \(Self.labelKinds): \(reasons)"
  }
}
