import TestSupport
import Testing

@testable import Engine

/// Bits that a seed stands for: they change only when the mathematics is meant to.
@Suite("Fingerprints of training")
struct FingerprintTests {
  private static let fingerprints: [String: UInt64] = [
    "activation elu": 0xebb9_557d_d6ce_fe29,
    "activation gelu": 0x528e_c9cf_45b5_66f8,
    "activation leaky-relu": 0xde42_921d_6520_02d4,
    "activation linear": 0x95e3_9fbc_77e3_c302,
    "activation relu": 0xee44_749f_9075_cbdd,
    "activation selu": 0x0c8b_c239_19d5_ef7d,
    "activation sigmoid": 0xe9c3_d799_fd80_251c,
    "activation silu": 0x3934_9fc8_2688_1aa5,
    "activation sin": 0xa1ef_83cb_1802_a07d,
    "activation softmax": 0x2be1_68e6_8436_4dad,
    "activation softplus": 0xe7ce_93a9_e1ab_09b8,
    "activation step": 0xba69_9764_9a40_f434,
    "activation tanh": 0xfa48_516c_3c4a_d599,
    "initializer constant": 0xf0f7_63a2_13fa_deee,
    "initializer he": 0xe86c_6193_aa2f_7214,
    "initializer he-uniform": 0x52cf_ba5f_771c_b533,
    "initializer identity": 0x61af_b660_4469_7ea6,
    "initializer lecun": 0x4798_c72a_f27c_4f19,
    "initializer normal": 0x0378_68dd_26e8_2c42,
    "initializer orthogonal": 0x7947_1909_e5c1_2daa,
    "initializer playground": 0xba56_f10e_43aa_2939,
    "initializer uniform": 0xd5ba_088a_f2b4_d13f,
    "initializer xavier": 0xee44_749f_9075_cbdd,
    "initializer xavier-normal": 0xe2f4_bfe3_1abb_0881,
    "initializer zeros": 0xe1ce_af04_5849_4117,
    "l1 0.0, l2 0.0, proximal true": 0xfa48_516c_3c4a_d599,
    "l1 0.0, l2 0.02, proximal true": 0xeb3f_c9dd_8fb2_730e,
    "l1 0.01, l2 0.0, proximal false": 0x7671_de2d_83fc_2e56,
    "l1 0.01, l2 0.0, proximal true": 0xeac4_aff5_6da2_7d70,
    "l1 0.01, l2 0.02, proximal false": 0xa2a5_1f58_7b76_22be,
    "layer dense, batch normalization, dropout 0.0": 0xbc00_8b8a_dfa1_0d81,
    "layer dense, batch normalization, dropout 0.4": 0x60e6_487f_d76d_e007,
    "layer dense, layer normalization, dropout 0.0": 0x0fbb_e7e9_3051_f736,
    "layer dense, layer normalization, dropout 0.4": 0x8f2a_956c_6974_262a,
    "layer dense, no normalization, dropout 0.0": 0xfdfc_3e13_673c_ee2f,
    "layer dense, no normalization, dropout 0.4": 0xc867_34e6_bb63_c1fa,
    "layer ode-euler, batch normalization, dropout 0.0": 0x25c6_3d71_79bf_dc96,
    "layer ode-euler, batch normalization, dropout 0.4": 0xd419_7b4d_58eb_040b,
    "layer ode-euler, layer normalization, dropout 0.0": 0x1014_4fc4_d0f6_d8e2,
    "layer ode-euler, layer normalization, dropout 0.4": 0xefe5_9b17_3f8f_406e,
    "layer ode-euler, no normalization, dropout 0.0": 0x60b3_a699_9d34_eb30,
    "layer ode-euler, no normalization, dropout 0.4": 0xd9c2_b383_4e89_1a9d,
    "layer ode-rk4, batch normalization, dropout 0.0": 0xb435_e7bf_9eba_cd5f,
    "layer ode-rk4, batch normalization, dropout 0.4": 0xd35b_2d20_4497_5fa8,
    "layer ode-rk4, layer normalization, dropout 0.0": 0x7d4e_eee2_c22a_5da7,
    "layer ode-rk4, layer normalization, dropout 0.4": 0xce16_9c37_8d2a_7eb0,
    "layer ode-rk4, no normalization, dropout 0.0": 0xe215_2f08_cbfb_7bc0,
    "layer ode-rk4, no normalization, dropout 0.4": 0x8860_50aa_51fd_50d6,
    "layer residual, batch normalization, dropout 0.0": 0x6889_47b6_16a9_75bb,
    "layer residual, batch normalization, dropout 0.4": 0x2279_8487_aa78_d657,
    "layer residual, layer normalization, dropout 0.0": 0x8b68_e78c_c1e8_b1d3,
    "layer residual, layer normalization, dropout 0.4": 0x9170_3cc7_57ec_9fa1,
    "layer residual, no normalization, dropout 0.0": 0xf76f_2a3a_25db_3cfd,
    "layer residual, no normalization, dropout 0.4": 0x6571_52a8_4eb0_5132,
    "loss binary-cross-entropy": 0xc557_18e8_a59f_edac,
    "loss half-squared-error": 0xfa48_516c_3c4a_d599,
    "loss hinge": 0x34df_cf94_ee3b_7721,
    "loss huber": 0x7601_1e1e_cc22_8d20,
    "loss mean-absolute-error": 0xcf3b_9d2c_0bbc_7917,
    "loss mean-squared-error": 0x0de1_80bf_f3d2_a439,
    "loss softmax-cross-entropy": 0x0bfd_46e8_e779_9c49,
    "optimizer adadelta": 0x066f_b0b0_8b0c_2ea6,
    "optimizer adagrad": 0x3411_4b99_b04b_5e4d,
    "optimizer adam": 0x7b03_ceb5_ee4d_0bba,
    "optimizer adamw": 0x8a00_feea_a2a8_fc44,
    "optimizer averaged-momentum": 0xa1da_044f_c373_072c,
    "optimizer momentum": 0x58a4_9351_e450_1bee,
    "optimizer nesterov": 0x9ee3_2ded_2bc4_477e,
    "optimizer rmsprop": 0x0b04_17fb_4178_214c,
    "optimizer sgd": 0xfa48_516c_3c4a_d599,
  ]

  @Test("Training ends where it always ended", arguments: runs.map(\.name))
  func training(name: String) throws {
    var trainer = try #require(Self.runs.first { $0.name == name }).trainer
    for _ in 0..<5 { trainer.epoch() }
    var fingerprint = Fingerprint()
    for parameter in trainer.network.parameters { fingerprint.add(parameter.bitPattern) }
    for statistic in trainer.network.statistics { fingerprint.add(statistic.bitPattern) }
    fingerprint.add(trainer.batchLoss.bitPattern)
    #expect(trainer.divergence == nil)
    let entry = "0x\(String(fingerprint.value, radix: 16))"
    #expect(
      Self.fingerprints[name] == fingerprint.value,
      "if this is new, add to `fingerprints`: \"\(name)\": \(entry),")
  }

  @Test("No fingerprint is left of what there is no longer")
  func complete() {
    #expect(Set(Self.fingerprints.keys) == Set(Self.runs.map(\.name)))
  }

  /// One run for each member of each family; what a run is not about is the same in all.
  private static let runs: [(name: String, trainer: Trainer)] =
    Activation.allCases.map { ("activation \($0.rawValue)", trainer(activation: $0)) }
    + Initializer.allCases.map {
      ("initializer \($0.name)", trainer(activation: .relu, initializer: $0))
    }
    + LayerShape.all.map { ($0.description, $0.trainer(batch: 20)) }
    + Loss.allCases.map { ("loss \($0.name)", trainer(loss: $0)) }
    + OptimizerCatalogue.all.map { ("optimizer \($0.name)", trainer(optimizer: $0.init())) }
    + Fixtures.regularizations.map {
      ("l1 \($0.l1), l2 \($0.l2), proximal \($0.l1IsProximal)", trainer(regularization: $0))
    }

  private static func trainer(
    activation: Activation = .tanh, initializer: Initializer = .xavier,
    loss: Loss = .halfSquaredError, optimizer: any Optimizer = SGD(),
    regularization: Regularization = .none
  ) -> Trainer {
    let outputs = loss == .softmaxCrossEntropy ? 3 : 1
    return Trainer(
      network: Fixtures.network(
        [2, 5, 3, outputs], activation, initializer: initializer, seed: 42),
      samples: Fixtures.samples(37, outputs: outputs, for: loss, seed: 42),
      spec: Fixtures.spec(loss, optimizer, rate: 0.05, batch: 20, regularization), seed: 42)
  }
}
