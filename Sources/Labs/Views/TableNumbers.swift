import Engine
import Studio

/// The numbers of the table of parameters, column by column, and their order.
struct TableNumbers {
  /// The names of the optimiser's moments.
  let moments: [String]
  private let values: [Float]
  private let gradient: [Float]
  private let next: [Float]
  private let memory: [[Float]]

  init(_ session: Session) {
    let step = session.nextStep()
    let optimizer = session.trainer.settings.optimizer
    moments = optimizer.momentNames
    values = session.trainer.network.parameters
    gradient = step.gradient
    next = step.parameters
    memory = optimizer.memory.moments
  }

  /// A number of a column; NaN for a place, and for a moment that does not exist yet.
  func number(_ column: TableColumn, _ index: Int) -> Float {
    switch column {
    case .place: .nan
    case .value: Self.element(values, index)
    case .gradient: Self.element(gradient, index)
    case .update: Self.element(next, index) - Self.element(values, index)
    case .moment(let moment):
      memory.indices.contains(moment) ? Self.element(memory[moment], index) : .nan
    }
  }

  /// The size of the number farthest from 0 in a column; 0 without one.
  func largest(_ column: TableColumn) -> Float {
    values.indices.reduce(0) { largest, index in
      let size = abs(number(column, index))
      return size.isFinite ? max(largest, size) : largest
    }
  }

  /// The places of all parameters by a column; equal numbers in the network's order, and what is no
  /// number last.
  func sorted(_ order: TableOrder) -> [Int] {
    guard let column = order.column else { return Array(values.indices) }
    let keys: [Float] = values.indices.map { index in
      let key: Float =
        switch order {
        case .network, .rising: number(column, index)
        case .falling: column == .place ? -Float(index) : -number(column, index)
        case .size: -abs(number(column, index))
        }
      return key.isNaN ? .infinity : key
    }
    if column == .place { return values.indices.reversed() }
    return values.indices.sorted { keys[$0] != keys[$1] ? keys[$0] < keys[$1] : $0 < $1 }
  }

  private static func element(_ numbers: [Float], _ index: Int) -> Float {
    numbers.indices.contains(index) ? numbers[index] : .nan
  }
}
