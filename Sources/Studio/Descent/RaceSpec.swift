/// What a race is fought by: all that its every bit depends on.
public struct RaceSpec: Sendable {
  /// The surface.
  public var surface: any Surface
  /// Where all begin.
  public var start: SIMD2<Float>
  /// Who takes part.
  public var racers: [RacerSpec]
  /// What is added to the gradients.
  public var noise: any GradientNoise

  /// A race of the usual racers from the usual start, unless told otherwise.
  public init(
    on surface: any Surface, start: SIMD2<Float>? = nil, racers: [RacerSpec]? = nil,
    noise: any GradientNoise = NormalNoise()
  ) {
    self.surface = surface
    self.start = start ?? surface.start
    self.racers = racers ?? RacerSpec.usual(on: surface)
    self.noise = noise
  }
}
