import Drawing

/// Where the task stands: beside the playground where both have room, else over its right half.
struct TaskPlace: Equatable {
  /// What is left for the playground.
  let lab: Rectangle
  /// The task.
  let task: Rectangle
  /// Whether the task covers a part of the playground.
  let isOverlay: Bool

  /// The fewest columns of a screen on which both stand side by side.
  static let columnWidth = 118
  /// The columns that the playground's wide form needs.
  private static let wideLab = 110

  /// The places in what lies between title bar and notices.
  init(_ body: Rectangle) {
    guard body.width >= Self.columnWidth else {
      let (_, right) = body.splitLeft(body.width / 2)
      (lab, task, isOverlay) = (body, right, true)
      return
    }
    // As soon as the wide form of the playground has room, it gets it.
    let width =
      body.width - Self.wideLab >= 40
      ? min(56, body.width - Self.wideLab) : min(44, body.width - App.minimumSize.width)
    let (left, right) = body.splitLeft(body.width - width)
    (lab, task, isOverlay) = (left, right, false)
  }
}
