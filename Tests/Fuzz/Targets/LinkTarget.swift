import Lessons

/// Addresses of TensorFlow Playground.
enum LinkTarget: FuzzTarget {
  static let name = "link"

  static func check(_ bytes: [UInt8]) throws(BrokenLaw) -> Bool {
    guard let text = Laws.text(bytes) else { return false }
    let link: PlaygroundLink
    do {
      link = try PlaygroundLink(text)
    } catch {
      try Laws.checkMessage(error.description)
      try Laws.checkPlace(line: 1, column: error.position, in: bytes)
      return false
    }
    for remark in link.remarks { try Laws.checkMessage(remark) }
    try PresetTarget.check(link.preset)
    let address = PlaygroundAddress(of: link.preset)
    guard let again = try? PlaygroundLink(address.text) else {
      throw BrokenLaw("an address that was written can't be read: \(address.text)")
    }
    let written = PlaygroundAddress(of: again.preset).text
    try Laws.expect(
      written == address.text, "an address changes: \(address.text) becomes \(written)")
    return true
  }
}
