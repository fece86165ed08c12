import Banking
import Glibc

/// The pairs that the transition model learns from.
struct TransitionRows: Sendable {
  let inputs: Int
  /// Row-major inputs.
  var values: [Float] = []
  var isOpened: [Bool] = []
  /// Log-odds of the product at the row's origin: what is left is the client's own.
  var level: [Float] = []
  /// How many pairs the row stands for.
  var weight: [Float] = []
  /// Which of five parts of the clients the row's belongs to.
  var part: [UInt8] = []

  init(inputs: Int) { self.inputs = inputs }

  var count: Int { isOpened.count }

  mutating func append(_ other: TransitionRows) {
    values += other.values
    isOpened += other.isOpened
    level += other.level
    weight += other.weight
    part += other.part
  }

  static let parts: UInt8 = 5

  /// A whole number in 0..<2³² that depends on the seed, the client and a label, and on nothing else.
  static func lot(_ random: SeededRandom, _ client: ClientID, _ label: Int) -> UInt64 {
    var stream = random.stream(UInt64(bitPattern: client.rawValue)).stream(UInt64(bitPattern: Int64(label)))
    return stream.next() >> 32
  }
}
