/// One value of one unit for sixteen samples.
public typealias Lanes = SIMD16<Float>
