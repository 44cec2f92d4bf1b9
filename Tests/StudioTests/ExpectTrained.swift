import Engine
import Studio
import Testing

/// Expects that a session's trainer has these settings.
func expectTrained(_ session: Session, as spec: TrainingSpec) {
  let settings = session.trainer.settings
  #expect(settings.loss == spec.loss)
  #expect(settings.learningRate == spec.learningRate)
  #expect(settings.batchSize == spec.batchSize)
  #expect(settings.regularization == spec.regularization)
  #expect(settings.shuffles == spec.shuffles)
  #expect(type(of: settings.optimizer) == type(of: spec.optimizer))
  for name in spec.optimizer.settingNames {
    #expect(settings.optimizer.setting(name) == spec.optimizer.setting(name))
  }
}
