import Datasets

extension Session {
  /// The points as a CSV text: see `Dataset.rows`.
  public func pointsCSV() -> String { CSV.text(of: dataset.rows()) }
}
