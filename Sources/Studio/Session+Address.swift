import Engine
public import Lessons

extension Session {
  /// The settings as they are now as an address of TensorFlow Playground, and what it can't tell.
  public var playgroundAddress: PlaygroundAddress {
    var address = PlaygroundAddress(of: preset)
    if !frozen.isEmpty || !killed.isEmpty {
      address.remarks.append("What is frozen or killed here learns there.")
    }
    if trainer.stepCount > 0 || !log.entries.isEmpty || log.weights != nil {
      address.remarks.append("Weights are not in it: training begins there at epoch 0.")
    }
    return address
  }
}
