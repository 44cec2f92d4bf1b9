import Datasets
import Engine
import Lessons

/// What a change did to the network, in words.
extension Session {
  /// What was kept of the network, and what is new in it.
  func kept(_ old: Preset, _ new: Preset) -> String {
    let (before, after) = (old.network.hidden, new.network.hidden)
    if new.objective.loss != old.objective.loss {
      return "Kept the weights; the loss is measured in another way from here on."
    }
    if after.count != before.count {
      return after.count > before.count
        ? "The new layer and the output have new weights; the others were kept."
        : "The output has new weights; the layers before it were kept."
    }
    if new.network.wiring != old.network.wiring {
      return "Kept every weight that still has a place."
    }
    if new.network.normalization != old.network.normalization {
      return "Kept every weight; a new normalisation starts with scale 1, shift 0."
    }
    if after != before {
      return after.reduce(0, +) > before.reduce(0, +)
        ? "The new unit has new weights; all others were kept."
        : "The unit's weights are gone; all others were kept."
    }
    if new.features.isEmpty { return "No input is left: the output is the same everywhere." }
    return new.features == old.features
      ? "Kept every weight." : "The weights of the other inputs were kept."
  }

  /// Why training had to start anew.
  func reason(_ old: Preset, _ new: Preset) -> String {
    if new.data.recipe != old.data.recipe {
      return new.training.loss == old.training.loss
        ? "another data set" : "another data set, with the loss \(new.training.loss.rawValue)"
    }
    if new.data.training != old.data.training { return "other points are for training" }
    if new.data.validation != old.data.validation { return "other points are held back" }
    if new.data.standardizes != old.data.standardizes { return "the inputs have another scale" }
    if new.data != old.data { return "the points changed" }
    if beginsRuns, new.network.seed == old.network.seed, new.training.seed == old.training.seed {
      return "in this exercise every change begins a new run"
    }
    return new.network == old.network ? "another order of the samples" : "new weights"
  }
}
