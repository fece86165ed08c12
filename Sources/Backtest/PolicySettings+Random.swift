import Banking
import Policy

extension PolicySettings {
  /// The back-test's own stream of the policy's seed.
  var backtestRandom: SeededRandom { SeededRandom(seed: night.seed).stream(0xBAC7) }
}
