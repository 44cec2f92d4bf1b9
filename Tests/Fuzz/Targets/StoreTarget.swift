import Sweeps

/// Stores of sweeps.
enum StoreTarget: FuzzTarget {
  static let name = "store"

  static func check(_ bytes: [UInt8]) throws(BrokenLaw) -> Bool {
    let store: Store
    do {
      store = try Store(bytes: bytes)
    } catch {
      try Laws.checkMessage(error.description)
      try Laws.checkPlace(line: error.line, column: 1, in: bytes)
      return false
    }
    try Laws.expect(store.wholeBytes <= bytes.count, "more whole bytes than there are")
    try Laws.expect(store.isTorn == (store.wholeBytes < bytes.count), "what was torn is not told")
    // What a sweep goes on with after it cut off what was torn.
    let whole = try? Store(bytes: Array(bytes.prefix(store.wholeBytes)))
    try Laws.expect(
      whole?.isTorn == false && whole?.trials == store.trials && whole?.header == store.header,
      "a store changes when what was torn is cut off")
    let written = store.sortedText
    do {
      let again = try Store(written)
      try Laws.expect(again.sortedText == written, "a store changes when it is written")
    } catch let law as BrokenLaw {
      throw law
    } catch {
      throw BrokenLaw("a store that was written can't be read: \(error)")
    }
    return store.header != nil
  }
}
