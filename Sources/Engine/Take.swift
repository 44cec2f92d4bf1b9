/// Moves an array out and leaves an empty one: a second reference would make the next write copy.
@inline(__always)
func take<Element>(_ array: inout [Element]) -> [Element] {
  var taken: [Element] = []
  swap(&taken, &array)
  return taken
}
