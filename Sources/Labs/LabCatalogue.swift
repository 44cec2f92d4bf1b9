/// Every screen there is. Keys, the palette of commands and tests read this list.
enum LabCatalogue {
  /// The screens; the playground is the first, to which the others go back.
  static let all: [any Lab.Type] = [
    PlaygroundLab.self, DescentLab.self, ExercisesLab.self,
  ]
}
