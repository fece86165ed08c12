import Banking
import Features

/// Draws clients with replacement: each stands in a resample 0, 1, 2, … times by a Poisson law of mean one (the "Poisson
/// bootstrap": Chamandy et al., "Estimating Uncertainty for Massive Data Streams", Google, 2012). How often depends on
/// the seed, the client's key and the resample alone, so that every figure sees the same draws and rankers are compared
/// in pairs.
struct Resampling: Sendable {
  let count: Int
  let random: SeededRandom

  private static let pieceSize = 125

  init(count: Int = 1000, random: SeededRandom) {
    self.count = count
    self.random = random
  }

  /// By resample: the sums over the clients drawn.
  func sums(_ tally: Tally, threads: Int) async -> [TallySums] {
    let pieces = chunks(of: count, size: Self.pieceSize)
    return await inParallel(pieces.count, threads: threads) { piece in
      var sums = [TallySums](repeating: TallySums(width: tally.width), count: pieces[piece].count)
      for (client, id) in tally.clients.enumerated() {
        var stream = stream(of: id, piece)
        for place in sums.indices {
          let times = Self.poisson(&stream)
          if times > 0 { sums[place].add(tally, client, times: Double(times)) }
        }
      }
      return sums
    }.flatMap(\.self)
  }

  /// By resample: how often the client was drawn.
  func draws(of client: ClientID) -> [Int] {
    chunks(of: count, size: Self.pieceSize).enumerated().flatMap { piece, range in
      var stream = stream(of: client, piece)
      return range.map { _ in Self.poisson(&stream) }
    }
  }

  private func stream(of client: ClientID, _ piece: Int) -> SeededRandom {
    random.stream(UInt64(bitPattern: client.rawValue)).stream(UInt64(piece))
  }

  /// By inversion.
  private static func poisson(_ random: inout SeededRandom) -> Int {
    let chance = random.uniform()
    var term = 0.367_879_441_171_442_33  // 1 / e
    var reached = term
    var times = 0
    while chance >= reached, times < 20 {
      times += 1
      term /= Double(times)
      reached += term
    }
    return times
  }
}
