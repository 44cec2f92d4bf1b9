import Drawing
import Engine
import Lessons
import Studio

/// What answers to the mouse in the table of parameters.
enum TableSpot: Hashable, Sendable {
  case whole
  /// The heading of a column.
  case heading(TableColumn)
  /// The row of a parameter.
  case parameter(Int)
}

/// Every parameter as a row of numbers, which can be sorted and changed.
struct TableView: RunView {
  static let name = "Table"
  static let key: Character = "7"
  static let summary = "all weights and biases, sorted and edited"

  /// The column that is sorted by next.
  private(set) var column = TableColumn.value
  /// How rows are ordered.
  private(set) var order = TableOrder.network
  /// What was chosen: numbers move among the parameters when layers come and go.
  private var place: ParameterPlace?
  /// Whether that belongs to the output.
  private var isOfOutput = false

  /// The place of the chosen parameter; nil before one was chosen.
  var chosen: Int? { place?.index }

  init() {}

  func note(_ scene: Scene) -> String {
    let session = scene.session
    if session.trainer.divergence != nil { return "diverged: – is not a number" }
    let count = session.trainer.network.parameterCount
    let frozen = session.frozen.count
    return "\(count) parameter\(count == 1 ? "" : "s")"
      + (frozen > 0 ? ", \(frozen) frozen *" : "")
  }

  func describe(_ scene: Scene) -> String {
    let names = TableNames(session: scene.session)
    guard let index = shown(scene) else {
      return "↑↓ choose a row, ←→ a column, y sorts, enter types a value, n next layer."
    }
    let value = Double(scene.session.trainer.network.parameters[index])
    let frozen = scene.session.isFrozen(index) ? ", frozen" : ""
    let name = names.name(index, withLevel: true, isShort: true)
    let start = name.prefix(1).uppercased() + name.dropFirst()
    let words = "\(start) = \(format(value, significantDigits: 4))\(frozen): "
    // Names may hold a whole formula.
    return [
      "enter types, , . nudge, 0 zero, f freeze, y sorts.", "enter types, f freeze, y sorts.",
      "enter types.",
    ].map { words + $0 }.first { columnWidth($0) <= 78 } ?? "enter types a value, y sorts."
  }

  /// The parameter whose row is to be seen: what is chosen elsewhere, unless the table has the focus.
  func shown(_ scene: Scene) -> Int? {
    let network = scene.session.trainer.network
    if !scene.isFocused, let index = scene.part?.parameter(in: scene.session) { return index }
    return found(in: network)?.index
  }

  /// What was chosen, where it is now; nil if it is gone.
  private func found(in network: Network) -> ParameterPlace? {
    guard let place, isOfOutput == (place.unit.level == network.levels.count - 1) else {
      return nil
    }
    return network.parameters(of: place.unit).lazy.compactMap(network.place(ofParameter:))
      .first { $0.part == place.part }
  }

  mutating func settle(_ session: Session) {
    let network = session.trainer.network
    place = found(in: network)
    let moments = session.trainer.settings.optimizer.momentNames
    if !TableColumn.all(momentCount: moments.count).contains(column) { column = .value }
  }

  mutating func handle(_ intent: Intent, _ scene: Scene) -> ViewReply? {
    switch intent {
    case .selectUp: return move(by: -1, scene)
    case .selectDown: return move(by: 1, scene)
    case .nextOption: return jump(by: 1, scene)
    case .previousOption: return jump(by: -1, scene)
    case .decrease, .increase:
      let names = scene.session.trainer.settings.optimizer.momentNames
      let columns = TableColumn.all(momentCount: names.count)
      let place = (columns.firstIndex(of: column) ?? 1) + (intent == .increase ? 1 : -1)
      column = columns[min(max(place, 0), columns.count - 1)]
      return ViewReply(
        notice: "\(column.title(moments: names)): \(column.help(moments: names)); y sorts by it.")
    case .switchAxis: return sort(by: column, scene)
    case .activate: return type(scene)
    default: return change(intent, scene)
    }
  }

  mutating func point(
    _ event: MouseEvent, _ target: any Hashable & Sendable, _ scene: Scene
  ) -> ViewReply? {
    guard let spot = target as? TableSpot else { return nil }
    switch (event.kind, spot) {
    case (.wheelUp, _): return move(by: -3, scene)
    case (.wheelDown, _): return move(by: 3, scene)
    case (.press, .heading(let column)):
      self.column = column
      return sort(by: column, scene)
    case (.press, .parameter(let index)):
      let reply = choose(index, scene)
      return event.isDouble ? type(scene) : reply
    default: return ViewReply()
    }
  }

  private mutating func choose(_ index: Int, _ scene: Scene) -> ViewReply {
    let network = scene.session.trainer.network
    place = network.place(ofParameter: index)
    isOfOutput = place?.unit.level == network.levels.count - 1
    return ViewReply(part: TableNames(session: scene.session).part(index))
  }

  /// Sorts, and shows the first rows, whichever they are now.
  private mutating func sort(by column: TableColumn, _ scene: Scene) -> ViewReply {
    order = order.next(by: column)
    place = nil
    return ViewReply(
      notice: order.notice(moments: scene.session.trainer.settings.optimizer.momentNames))
  }

  private func rows(_ scene: Scene) -> TableRows {
    TableRows(
      scene.session,
      sorted: order == .network ? nil : TableNumbers(scene.session).sorted(order))
  }

  private mutating func move(by step: Int, _ scene: Scene) -> ViewReply {
    let rows = rows(scene)
    let direction = step < 0 ? -1 : 1
    let here = shown(scene).flatMap { rows.row(of: $0) }
    let wanted = min(max(here.map { $0 + step } ?? 0, 0), max(0, rows.count - 1))
    // At the first row of all, a heading, there is nothing above.
    guard
      let index = rows.parameter(from: wanted, step: direction)
        ?? rows.parameter(from: wanted, step: -direction)
    else { return ViewReply(notice: "This network has no parameters.") }
    return choose(index, scene)
  }

  /// To the next level, or ten rows on where rows are sorted.
  private mutating func jump(by step: Int, _ scene: Scene) -> ViewReply {
    let network = scene.session.trainer.network
    guard order == .network else { return move(by: 10 * step, scene) }
    let here = shown(scene).flatMap { network.place(ofParameter: $0) }?.unit.level
    var level = here.map { $0 + step } ?? 0
    while network.levels.indices.contains(level), network.levels[level].parameters.isEmpty {
      level += step
    }
    guard network.levels.indices.contains(level) else {
      return ViewReply(notice: step > 0 ? "That is the last layer." : "That is the first layer.")
    }
    return choose(network.levels[level].parameters.lowerBound, scene)
  }

  private func type(_ scene: Scene) -> ViewReply {
    guard let index = shown(scene) else {
      return ViewReply(notice: "Choose a row first: ↑ or ↓.")
    }
    return ViewReply(part: TableNames(session: scene.session).part(index), typesParameter: index)
  }

  /// Changes the chosen number; nil for intents about something else.
  private func change(_ intent: Intent, _ scene: Scene) -> ViewReply? {
    guard [.nudgeUp, .nudgeDown, .zero, .freeze].contains(intent) else { return nil }
    guard let index = shown(scene) else {
      return ViewReply(notice: "Choose a row first: ↑ or ↓.")
    }
    let value = scene.session.trainer.network.parameters[index]
    let action: Action =
      switch intent {
      case .zero: .setParameter(index: index, value: 0)
      case .freeze: scene.session.isFrozen(index) ? .unfreeze(index: index) : .freeze(index: index)
      default:
        .setParameter(
          index: index, value: PlaygroundLab.nudged(value, up: intent == .nudgeUp))
      }
    return ViewReply(actions: [action])
  }
}
