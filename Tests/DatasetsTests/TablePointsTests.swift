import Testing

@testable import Datasets

@Suite("Points from a table")
struct TablePointsTests {
  private func table() throws -> Table {
    try CSV.table("a,b,grade,kind\n0,10,3,x\n4,20,1,y\n8,,1,x\n2,30,1,\n6,15,7,z\n")
  }

  @Test("Smallest and largest come to −5 and 5; rows without a value are left out")
  func mapping() throws {
    let points = try TablePoints(table(), ColumnChoice())
    #expect(points.missingCount == 2)
    #expect(points.classNames == ["x", "y", "z"])
    #expect(points.examples.map(\.label) == [0, 1, 2])
    #expect(points.axes.map(\.name) == ["a", "b"] && points.target.name == "kind")
    // a: 0, 4, 6; b: 10, 20, 15.
    #expect(abs(points.examples[0].x1 + 5) < 1e-6 && abs(points.examples[2].x1 - 5) < 1e-6)
    #expect(abs(points.examples[1].x2 - 5) < 1e-6 && abs(points.examples[2].x2) < 1e-6)
    for (example, value) in zip(points.examples, [0.0, 4, 6]) {
      // The place was rounded to single precision.
      #expect(abs(points.axes[0].value(at: Double(example.x1)) - value) < 1e-6)
    }
    #expect(abs(points.axes[0].low + 0.6) < 1e-12 && abs(points.axes[0].high - 6.6) < 1e-12)
  }

  @Test("Few whole numbers are classes in rising order, other numbers are scaled to −1…1")
  func targets() throws {
    let grades = try TablePoints(table(), ColumnChoice(target: "grade"))
    #expect(grades.classNames == ["1", "3", "7"])
    #expect(grades.examples.map(\.label) == [1, 0, 0, 2])
    let half = try CSV.table("a,b,y\n1,2,0.5\n2,3,1.5\n3,5,2.5")
    let numbers = TablePoints(half, ColumnChoice())
    #expect(numbers.classNames.isEmpty && numbers.examples.map(\.label) == [-1, 0, 1])
    #expect(numbers.target.value(at: 0) == 1.5 && numbers.target.value(at: 1) == 2.5)
  }

  @Test(
    "A column called number has numbers to predict, however few and whole",
    arguments: ["", ",share"])
  func number(_ share: String) throws {
    let end = share.isEmpty ? "" : ",training"
    let table = try CSV.table(
      "x,Number\(share)\n" + (1...5).map { "\($0),\(2 * $0)\(end)\n" }.joined())
    let column = try #require(table.column("Number"))
    #expect(column.problem == .regression && column.canBePredicted && !column.hasGuessedClasses)
    #expect(table.completed(ColumnChoice()).target == "Number")
    if share.isEmpty {
      let points = TablePoints(table, ColumnChoice())
      #expect(points.classNames.isEmpty && points.examples.map(\.label) == [-1, -0.5, 0, 0.5, 1])
    } else {
      let points = try #require(PointSet(table))
      #expect(points.problem == .regression && points.target.name == "Number")
      #expect(points.points.map(\.example.label) == [-1, -0.5, 0, 0.5, 1])
    }
  }

  @Test("Without a second column of numbers the points are a curve")
  func curve() throws {
    let points = try TablePoints(CSV.table("t,y\n0,0.5\n1,1.5\n2,0.1"), ColumnChoice())
    #expect(points.isOneDimensional && points.target.name == "y")
    #expect(points.examples.allSatisfy { $0.x2 == 0 })
  }

  @Test("How many rows lack a value is known without making the points")
  func missing() throws {
    let table = try table()
    for x1 in table.numberNames {
      for x2 in table.numberNames + [Table.noColumn] {
        for target in table.targetNames {
          let choice = ColumnChoice(x1: x1, x2: x2, target: target)
          #expect(table.missingCount(choice) == TablePoints(table, choice).missingCount)
        }
      }
    }
    #expect(table.missingCount(ColumnChoice()) == 2)
  }

  @Test("One column alone leaves nothing to predict, and a share is never what is predicted")
  func alone() throws {
    #expect(
      try CSV.table("y\n1\n2\n").obstacle
        == "expected another column beside “y”: alone it leaves nothing to predict it from")
    let shares = try CSV.table("a,b,c,kind,share\n1,2,3,x,training\n2,3,4,y,test\n")
    #expect(shares.completed(ColumnChoice()).target == "kind")
  }

  @Test("A column without spread comes to the middle")
  func constant() throws {
    let points = try TablePoints(CSV.table("a,b,k\n7,1,x\n7,2,y"), ColumnChoice())
    #expect(points.examples.map(\.x1) == [0, 0])
    #expect(points.axes[0].value(at: 3) == 7)
  }

  @Test("More classes than ten, or one value only, can't be predicted, and it says so")
  func obstacles() throws {
    let words = (0..<11).map { "1,w\($0)\n" }.joined()
    let many = try CSV.table("a,b\n" + words)
    #expect(many.targetNames.isEmpty)
    #expect(
      many.obstacle
        == "expected a column to predict, of 2 to 10 classes or different numbers: "
        + "“a” has one value only (1), “b” has 11 classes")
    #expect(try CSV.table("a,b\n1,x\n2,y").obstacle == nil)
    #expect(
      try CSV.table("a,b\n1,\n2,\n,y\n,x").obstacle == "expected a row without missing values")
  }

  @Test("A table that comes along has all its rows and columns", arguments: TableCatalogue.all)
  func shipped(_ table: ShippedTable) throws {
    let sizes = [
      "iris": (150, 5), "wine": (178, 14), "breast-cancer": (569, 11), "digits": (1797, 67),
    ]
    let size = try #require(sizes[table.name])
    #expect(table.table.rowCount == size.0 && table.table.columns.count == size.1)
    #expect(TableCatalogue.named(table.name)?.title == table.title)
    #expect(table.summary.hasSuffix(".") && table.credit.contains("CC BY 4.0"))
    #expect(table.table.completed(table.choice) == table.choice)
    let points = TablePoints(table.table, table.choice)
    #expect(points.missingCount == 0 && points.examples.count == size.0)
    let classes = ["iris": 3, "wine": 3, "breast-cancer": 2, "digits": 10]
    #expect(points.classNames.count == classes[table.name])
    #expect(RecipeCatalogue.named(table.name) == nil)
  }

  @Test("Three rows of the tables are as they were published")
  func published() {
    func row(_ name: String, _ row: Int, _ columns: [String]) -> [Double] {
      columns.map { TableCatalogue.named(name)?.table.column($0)?.numbers?[row] ?? .nan }
    }
    #expect(row("iris", 0, ["sepal_length_cm", "petal_width_cm"]) == [5.1, 0.2])
    #expect(row("wine", 0, ["alcohol", "proline"]) == [14.23, 1065])
    #expect(row("breast-cancer", 1, ["mean_radius", "mean_symmetry"]) == [20.57, 0.1812])
    // The first digit's top row is 0 0 5 13 9 1 0 0; it is a nought.
    #expect(row("digits", 0, ["p02", "p03", "p07", "digit"]) == [5, 13, 0, 0])
    #expect(row("digits", 1, ["p03", "digit"]) == [12, 1])
  }

  @Test("A split keeps every row once, and fewer can be asked for")
  func dataset() throws {
    let iris = try #require(TableCatalogue.named("iris"))
    let points = TablePoints(iris.table, iris.choice)
    let split = Split(training: 0.5, validation: 0.2)
    let all = Dataset(points, split: split, seed: 3)
    #expect(all.training.count == 75 && all.validation.count == 30 && all.test.count == 45)
    #expect(all.classNames == ["setosa", "versicolor", "virginica"] && all.hasOwnClassNames)
    #expect(all.axes[0].name == "petal_length_cm" && !all.axes[0].isPlain)
    let few = Dataset(points, count: 20, split: split, seed: 3)
    #expect(few.allPoints.count == 20 && few.training == Array(all.training.prefix(10)))
  }
}
