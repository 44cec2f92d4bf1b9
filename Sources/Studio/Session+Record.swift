import Datasets
import Engine
import Lessons

extension Session {
  /// Notes how the network does after an epoch, where it is to be kept.
  mutating func recordEpoch() {
    guard trainer.divergence == nil else { return }
    let epoch = trainer.epochCount
    if history.keeps(epoch) { history.append(entry(after: epoch)) }
    if diagnoses.keeps(epoch) {
      let diagnosis = Diagnosis(of: trainer, sampleLimit: DiagnosisHistory.sampleLimit)
      diagnoses.append(diagnosis, after: epoch)
    }
    if path.keeps(epoch) { path.append(trainer.network.parameters, after: epoch) }
    noteRefuge()
  }

  /// Begins the path of the weights anew, from where they are: those before have another shape.
  mutating func beginPath() {
    path = WeightPath()
    guard trainer.divergence == nil else { return }
    path.append(trainer.network.parameters, after: trainer.epochCount)
  }

  /// Begins the curves over epochs anew.
  mutating func forgetCurves() {
    history = LossHistory()
    diagnoses = DiagnosisHistory()
    path = WeightPath()
  }

  private func entry(after epoch: Int) -> LossHistory.Entry {
    let (training, test) = (trainingEvaluation, testEvaluation)
    let validation = dataset.validation.isEmpty ? nil : validationEvaluation
    let hasClasses = preset.problem != .regression
    return LossHistory.Entry(
      epoch: epoch, training: training.loss, test: test.loss, validation: validation?.loss,
      accuracy: LossHistory.Accuracy(
        training: hasClasses ? training.accuracy : nil,
        test: hasClasses && !dataset.test.isEmpty ? test.accuracy : nil,
        validation: hasClasses ? validation?.accuracy : nil),
      penalty: trainer.settings.regularization.penalty(of: trainer.network))
  }
}
