import Foundation
import Synchronization

/// Work on all cores at once.
enum Cores {
  /// What becomes of every item, in the order of the items, whichever is done first.
  static func map<Item: Sendable, Value: Sendable>(
    _ items: [Item], _ transform: @Sendable (Item) -> Value
  ) -> [Value] {
    let values = Mutex([Value?](repeating: nil, count: items.count))
    DispatchQueue.concurrentPerform(iterations: items.count) { place in
      let value = transform(items[place])
      values.withLock { $0[place] = value }
    }
    return values.withLock { $0 }.compactMap { $0 }
  }
}
