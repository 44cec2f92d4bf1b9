/// What answers to the mouse in the microscope.
enum MicroSpot: Hashable, Sendable {
  case whole
  /// A unit of a level.
  case unit(level: Int, unit: Int)
  /// A row of the table of the unit's parameters.
  case row(Int)
  /// A sample of the batch.
  case sample(Int)
  /// A part of the walk.
  case phase(MicroWalk.Phase)
}
