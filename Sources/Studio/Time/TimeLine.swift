import Engine

/// Every line of training of a session, for going back to any moment of any of them.
///
/// Between the moments that are kept, a line is trained again: the same steps from the same numbers
/// give the same bits. So what is kept decides how long a jump takes, and never where it leads.
struct TimeLine: Sendable {
  /// The most branches that are kept.
  static let branchLimit = 12
  /// The most moments that a branch keeps.
  static let momentLimit = 1024
  /// The most memory that all of it takes but for `nearby`, 24 MiB: with that, with what undo
  /// remembers, and with the session itself it stays below 64 MiB.
  static let byteLimit = 24 << 20
  /// The most memory of `nearby`.
  static let nearbyLimit = 2 << 20

  /// The branches, in the order in which they began.
  private(set) var branches: [Branch] = []
  /// Moments near the last place gone to, for going on from there in small steps.
  private(set) var nearby: [Moment] = []
  private var nearbyBranch = 0
  private var nextNumber = 1
  /// No less than the memory taken up.
  private var estimate = 0

  /// The branch of a number; nil if it is not kept.
  subscript(number: Int) -> Branch? { branches.first { $0.number == number } }

  /// The number of the newest branch; 0 before there is one.
  var newest: Int { branches.last?.number ?? 0 }

  /// Whether there is such a place on a branch.
  func holds(_ goal: Destination) -> Bool {
    guard let branch = self[goal.branch], goal.changes >= branch.firstChange,
      goal.changes <= branch.changeCount, branch.entry(after: goal.changes) == goal.entry
    else { return false }
    guard case .step(let step, let isFailed) = goal.mark else { return true }
    let tick = Tick(step: step, isFailed: isFailed, changes: goal.changes)
    return branch.moments[0].tick <= tick && tick <= branch.end?.tick ?? tick
      && step <= branch.change(after: goal.changes)?.step ?? step
  }

  /// Begins a line; gives its number.
  mutating func begin(at start: Moment, entry: Int) -> Int {
    branches.append(Branch(number: nextNumber, start: start, entry: entry))
    nextNumber += 1
    estimate = byteCount
    return nextNumber - 1
  }

  /// Begins a branch at a moment of another; gives its number.
  mutating func fork(_ number: Int, at moment: Moment, epoch: Int) -> Int {
    guard let parent = self[number] else { return begin(at: moment, entry: 0) }
    var branch = Branch(number: nextNumber, of: parent, upTo: moment, epoch: epoch)
    // A fork of what it had in common with its own parent is one of the parent.
    var old = parent
    while let origin = old.origin, origin.step >= moment.tick.step, let next = self[origin.branch],
      origin.step > moment.tick.step || next.changeCount >= moment.tick.changes
    {
      branch.origin?.branch = origin.branch
      old = next
    }
    branches.append(branch)
    nextNumber += 1
    estimate = byteCount
    return nextNumber - 1
  }

  /// Changes a branch, if it is kept.
  mutating func update(_ number: Int, _ change: (inout Branch) -> Void) {
    guard let place = branches.firstIndex(where: { $0.number == number }) else { return }
    change(&branches[place])
  }

  /// Puts a branch back that was taken away.
  mutating func insert(_ branch: Branch, children: [Int]) {
    let place = branches.firstIndex { $0.number > branch.number } ?? branches.count
    branches.insert(branch, at: place)
    for index in branches.indices where children.contains(branches[index].number) {
      branches[index].origin = branches[index].origin.map {
        Branch.Origin(branch: branch.number, epoch: $0.epoch, step: $0.step)
      }
    }
    estimate = byteCount
  }

  /// Takes a branch away. Those that left it left what it had left, as far as that is known.
  ///
  /// - Returns: the branch and the numbers of those that left it.
  @discardableResult
  mutating func remove(_ number: Int) -> (branch: Branch, children: [Int])? {
    guard let place = branches.firstIndex(where: { $0.number == number }) else { return nil }
    let gone = branches.remove(at: place)
    var children: [Int] = []
    for index in branches.indices where branches[index].origin?.branch == number {
      children.append(branches[index].number)
      let own = branches[index].origin
      branches[index].origin = gone.origin.map { origin in
        origin.step <= own?.step ?? 0 ? origin : own ?? origin
      }
    }
    if nearbyBranch == number { nearby = [] }
    estimate = byteCount
    return (gone, children)
  }

  /// Keeps a moment at the end of a branch.
  mutating func keep(_ moment: Moment, on number: Int) {
    estimate += moment.byteCount
    update(number) { branch in
      branch.append(moment)
      if branch.moments.count > Self.momentLimit { _ = branch.thin() }
    }
  }

  /// Keeps a moment near the place that is gone to.
  mutating func keepNearby(_ moment: Moment, of branch: Int) {
    if branch != nearbyBranch { nearby = [] }
    nearbyBranch = branch
    nearby.removeAll { $0.tick == moment.tick }
    nearby.append(moment)
    nearby.sort { $0.tick < $1.tick }
    while nearby.reduce(0, { $0 + $1.byteCount }) > Self.nearbyLimit { nearby.removeFirst() }
  }

  /// The latest moment from which a goal is to be reached; nil if it lies before all there are. One
  /// that has diverged is the last resort: the step that failed is to be taken again, so that it can
  /// be found out why it did.
  func start(for goal: Destination) -> Moment? {
    guard let branch = self[goal.branch] else { return nil }
    let near = nearbyBranch == goal.branch ? nearby : []
    let known = (branch.moments + near + [branch.end].compactMap { $0 })
      .filter { goal.isReached(from: $0) }
    let sound = known.filter { !$0.tick.isFailed }
    return (sound.isEmpty ? known : sound).max { $0.tick < $1.tick }
  }

  /// Forgets the moments near the last jump: the line no longer goes there.
  mutating func forgetNearby() { nearby = [] }

  /// Notes that a branch has grown.
  mutating func grow(by bytes: Int) { estimate += bytes }

  /// Whether it may hold more than it should.
  var isLarge: Bool { estimate > Self.byteLimit || branches.count > Self.branchLimit }
}

extension TimeLine {
  /// Drops what can be done without until the rest fits: every other moment first, then branches,
  /// then the beginning of the longest.
  ///
  /// - Parameters:
  ///   - present: the branch that stays.
  ///   - tick: how far along it the session is.
  /// - Returns: the branches that are gone.
  mutating func shrink(present: Int, tick: Tick) -> [Branch] {
    var gone: [Branch] = []
    while branches.count > Self.branchLimit, let next = expendable(but: present) {
      if let dropped = remove(next) { gone.append(dropped.branch) }
    }
    var bytes = byteCount
    while bytes > Self.byteLimit {
      let most = branches.indices.max { branches[$0].moments.count < branches[$1].moments.count }
      // Sixteen moments to a branch are worth more than a branch that nobody named.
      if let most, branches[most].moments.count > 16, branches[most].thin() {
        bytes = byteCount
        continue
      }
      if let next = expendable(but: present), let dropped = remove(next) {
        gone.append(dropped.branch)
      } else if let most, branches[most].thin() {
        bytes = byteCount
      } else if !forgetBeginning(present: present, tick: tick) {
        break
      }
      bytes = byteCount
    }
    estimate = bytes
    return gone
  }

  /// The branch to do without first: one of no epoch, else the oldest; one with a name after all
  /// others.
  private func expendable(but present: Int) -> Int? {
    let others = branches.filter { $0.number != present }
    let unnamed = others.filter { $0.name == nil }
    return (unnamed.first(where: \.isShort) ?? unnamed.first ?? others.first)?.number
  }

  private mutating func forgetBeginning(present: Int, tick: Tick) -> Bool {
    for index in branches.indices {
      let end = branches[index].number == present ? tick : branches[index].end?.tick ?? tick
      if branches[index].forgetBeginning(upTo: end) { return true }
    }
    return false
  }

  /// About how much memory all of it takes up but for `nearby`; a moment of several branches counts once, and so do
  /// the points of several moments.
  var byteCount: Int {
    var moments = Set<ObjectIdentifier>()
    var data = Set<ObjectIdentifier>()
    var bytes = 0
    func add(_ moment: Moment) {
      if moments.insert(ObjectIdentifier(moment)).inserted { bytes += moment.byteCount }
      if data.insert(ObjectIdentifier(moment.data)).inserted { bytes += moment.data.byteCount }
    }
    for branch in branches {
      branch.moments.forEach(add)
      branch.end.map(add)
      bytes += branch.ownByteCount
    }
    return bytes
  }
}

extension Branch {
  /// Whether less than an epoch was trained on it alone.
  var isShort: Bool { (end?.epoch ?? 0) <= origin?.epoch ?? 0 }
}

extension Destination {
  /// Whether training leads there from a moment of its line.
  func isReached(from moment: Moment) -> Bool {
    follows(moment.tick, epoch: moment.epoch, isAtEpochStart: moment.isAtEpochStart)
  }

  /// Whether training leads there from a place of its line.
  func follows(_ tick: Tick, epoch present: Int, isAtEpochStart: Bool) -> Bool {
    guard tick.changes <= changes else { return false }
    switch mark {
    case .epoch(let epoch): return present < epoch || (present == epoch && isAtEpochStart)
    case .step(let step, let isFailed):
      return tick <= Tick(step: step, isFailed: isFailed, changes: changes)
    }
  }
}
