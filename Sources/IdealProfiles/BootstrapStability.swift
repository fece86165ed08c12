import Banking
import Features

/// Cluster-wise stability: each resample (with replacement) is fitted afresh, and every profile looks for its best
/// counterpart there by Jaccard similarity over the drawn clients (Hennig, CSDA 52, 2007, scheme "boot").
struct BootstrapStability {
  let data: MixtureData
  let model: MixtureModel
  let settings: ProfileSettings
  let seed: UInt64

  /// By profile; 1 where there is nothing to resample.
  func meanJaccard(threads: Int) async -> [Double] {
    let k = model.componentCount
    let resamples = settings.bootstrapResamples
    guard resamples > 0, data.count > 0 else { return [Double](repeating: 1, count: k) }
    let assignment = model.assign(data)
    let runs = await inParallel(resamples, threads: threads) { resample(UInt64($0), assignment) }
    return (0..<k).map { profile in runs.reduce(0) { $0 + $1[profile] } / Double(resamples) }
  }

  private func resample(_ number: UInt64, _ assignment: [Int]) -> [Double] {
    var random = SeededRandom(seed: seed).stream(0xB007 << 32 | number)
    let size = min(data.count, max(1, settings.bootstrapLimit))
    let drawn = (0..<size).map { _ in random.below(data.count) }
    var mixture = settings.mixture
    // Who belongs together is settled long before the last digits of the likelihood are.
    mixture.tolerance = max(mixture.tolerance, 1e-5)
    let fit = MixtureModel.fit(
      data.rows(drawn), components: model.componentCount, settings: mixture, seed: random.next())
    let distinct = Array(Set(drawn)).sorted()
    let overlap = JaccardOverlap(
      distinct.map { assignment[$0] }, fit.model.assign(data.rows(distinct)), model.componentCount,
      model.componentCount)
    return (0..<model.componentCount).map { profile in
      (0..<model.componentCount).map { overlap[profile, $0] }.max() ?? 0
    }
  }
}
