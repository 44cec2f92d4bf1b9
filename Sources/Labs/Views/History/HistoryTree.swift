import Drawing
import Studio

/// The branches below each other, each as a line over the epochs from where it left another.
struct HistoryTree {
  let branches: [BranchSummary]
  let axis: HistoryAxis
  /// The epoch that the session is at.
  let present: Int
  /// The number of the branch that is chosen.
  let chosen: Int

  /// Draws the line of a branch. Where a branch below leaves it, a corner shows that.
  func draw(_ place: Int, y: Int, _ palette: Palette, on canvas: inout Canvas) {
    let branch = branches[place]
    let start = axis.column(of: branch.parent == nil ? branch.firstEpoch : branch.forkEpoch)
    let end = axis.column(of: branch.lastEpoch)
    let color = branch.isPresent ? palette.accent : Color.standard
    let style: Style = branch.isPresent ? .bold : []
    func put(_ glyph: Character, _ x: Int, _ color: Color, _ style: Style) {
      canvas.write(String(glyph), at: Point(x: x, y: y), foreground: color, style: style)
    }
    // The way down from a parent further up passes other lines.
    for (other, below) in branches.enumerated() where other > place {
      guard let parent = branches.firstIndex(where: { $0.number == below.parent }), parent < place
      else { continue }
      put("│", axis.column(of: below.forkEpoch), .standard, .dim)
    }
    let isLive = branch.isPresent
    for x in start...max(start, end) {
      let isAhead = isLive && x > axis.column(of: present)
      put(isLive && !isAhead ? "━" : isLive ? "╌" : "─", x, color, style)
    }
    for epoch in branch.changeEpochs where epoch >= branch.forkEpoch {
      put("◇", axis.column(of: epoch), color, style)
    }
    for below in branches where below.parent == branch.number {
      let x = axis.column(of: below.forkEpoch)
      if x >= start { put(isLive ? "┳" : "┬", x, color, style) }
    }
    put(branch.parent == nil ? (isLive ? "┣" : "├") : (isLive ? "┗" : "└"), start, color, style)
    if end > start || branch.isDiverged {
      put(branch.isDiverged ? "✕" : isLive ? "┫" : "┤", end, color, style)
    }
    if isLive {
      canvas.write(
        "●", at: Point(x: axis.column(of: present), y: y), foreground: palette.accent,
        style: [.bold, .reverse])
    }
  }
}
