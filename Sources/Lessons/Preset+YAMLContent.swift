import Datasets
import Engine
import Yams

/// Why a table can't be read from its file, in a sentence that names the file.
public struct UnreadableTable: Error, Equatable, CustomStringConvertible, Sendable {
  public let description: String

  /// A reason.
  public init(_ reason: String) { description = reason }
}

extension Preset {
  /// Reads points that stand in the file, and the table that it names. Either is the data set, unless
  /// the file says another one.
  mutating func readContent(
    _ leaves: [Leaf], _ readTable: (String) throws(UnreadableTable) -> Table
  ) throws(PresetProblem) {
    if let leaf = leaves.first(where: { $0.key == "data.points" }) {
      do {
        data.points = try PointSet(text: try leaf.text())
      } catch let problem as PresetProblem {
        throw problem
      } catch let problem as TableProblem {
        throw PresetProblem(at: leaf.place, "data.points, line \(problem.line): \(problem.message)")
      } catch {
        throw PresetProblem(at: leaf.place, "data.points can't be read")
      }
      data.recipe = DataSource.pointsName
    }
    if let leaf = leaves.first(where: { $0.key == "data.file" }) {
      let path = try leaf.text()
      do {
        data.file = try TableFile(path: path, table: readTable(path))
      } catch {
        throw PresetProblem(at: leaf.place, "data.file: \(error)")
      }
      data.recipe = DataSource.fileName
    }
    for (name, key) in [(DataSource.pointsName, "data.points"), (DataSource.fileName, "data.file")]
    {
      if let leaf = leaves.first(where: { $0.key == "data.set" }), try leaf.text() == name,
        !leaves.contains(where: { $0.key == key })
      {
        throw PresetProblem(at: leaf.place, "data.set “\(name)” needs \(key) as well")
      }
    }
  }
}

extension Preset {
  /// The preset for a table from a file, as it opens without a file of settings: one hidden layer of
  /// six units, and a loss that suits what is predicted. Points that Percept wrote are points again,
  /// each in its share.
  public init(_ file: TableFile) throws(UnreadableTable) {
    self.init()
    network.hidden = [6]
    network.initialization = .xavier
    try take(file)
    if problem != .regression { training.loss = .crossEntropy }
    if recipe.isOneDimensional { features = [.x1] }
  }

  /// Takes the points of a table, all of them, in the usual columns.
  mutating func take(_ file: TableFile) throws(UnreadableTable) {
    title = file.name
    data.columns = ColumnChoice()
    data.samples = nil
    if let points = PointSet(file.table) {
      summary = "The points of \(file.name), each in its share."
      data.points = points
      data.recipe = DataSource.pointsName
      return
    }
    if let obstacle = file.table.obstacle { throw UnreadableTable(obstacle) }
    summary = "Rows of \(file.name)."
    data.file = file
    data.recipe = DataSource.fileName
  }
}
