import Engine
public import Lessons

extension Session {
  /// What a program in another language needs to know to go on as this session does.
  public var program: Program {
    let network = trainer.network
    return Program(
      preset, on: dataset, epochs: trainer.epochCount,
      steps: (trainer.position + trainer.settings.batchSize - 1) / trainer.settings.batchSize,
      frozen: trainer.frozen.compactMap { network.place(ofParameter: $0) }, killed: network.killed)
  }
}
