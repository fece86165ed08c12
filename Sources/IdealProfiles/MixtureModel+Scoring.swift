import Banking
import Features

extension MixtureModel {
  /// Every client's profile, membership and leave-one-out profiles (see `LeaveOneOut`). Model, moments and table
  /// speak of the same features and products. Clients are scored one by one, so the threads change nothing.
  func score(_ table: FeatureTable, _ moments: LeaveOneOutMoments, threads: Int) async -> ProfileScoring {
    let work = LeaveOneOut(table, self, moments)
    let ranges = chunks(of: table.clientCount)
    let parts = await inParallel(ranges.count, threads: threads) { work.scores(of: ranges[$0]) }
    return ProfileScoring(
      clientCount: table.clientCount, productCount: table.productCount, profileCount: componentCount,
      profile: parts.flatMap(\.profile), membership: parts.flatMap(\.membership),
      leaveOneOut: parts.flatMap(\.leaveOneOut))
  }

  /// Each row's most probable component.
  package func assign(_ data: MixtureData) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(data.count)
    eachRow(data) { terms in result.append(MixtureKernel.largest(terms, componentCount)) }
    return result
  }

  /// Row-major posteriors, `count × componentCount`.
  package func posteriors(_ data: MixtureData) -> [Double] {
    var result: [Double] = []
    result.reserveCapacity(data.count * componentCount)
    eachRow(data) { terms in
      _ = MixtureKernel.normalise(terms, componentCount)
      result += UnsafeBufferPointer(start: terms, count: componentCount)
    }
    return result
  }

  private func eachRow(_ data: MixtureData, _ body: (UnsafeMutablePointer<Double>) -> Void) {
    let rows = units.apply(data)
    let kernel = MixtureKernel(self)
    let values = rows.continuous + [0]
    withUnsafeTemporaryAllocation(of: Double.self, capacity: componentCount) { terms in
      kernel.table.withUnsafeBufferPointer { parameters in
        values.withUnsafeBufferPointer { values in
          rows.held.withUnsafeBufferPointer { held in
            for row in 0..<rows.count {
              kernel.logTerms(
                parameters.baseAddress!, values.baseAddress! + row * featureCount,
                held.baseAddress! + row * rows.words, into: terms.baseAddress!)
              body(terms.baseAddress!)
            }
          }
        }
      }
    }
  }
}
