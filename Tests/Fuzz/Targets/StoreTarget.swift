import Sweeps

/// Stores of sweeps.
enum StoreTarget: FuzzTarget {
  static let name = "store"

  static func check(_ bytes: [UInt8]) throws(BrokenLaw) -> Bool {
    guard let text = Laws.text(bytes) else { return false }
    let store: Store
    do {
      store = try Store(text)
    } catch {
      try Laws.checkMessage(error.description)
      try Laws.checkPlace(line: error.line, column: 1, in: bytes)
      return false
    }
    try Laws.expect(store.wholeBytes <= bytes.count, "more whole bytes than there are")
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
