import Engine
public import Lessons

extension Session {
  /// The network as it is now, to be taken away.
  public var trainedNetwork: TrainedNetwork {
    TrainedNetwork(program, trainer.network, on: dataset)
  }
}
