/// Does independent pieces of work on at most `threads` threads and returns the results in the order of the pieces,
/// so that whatever is made of them does not depend on the number of threads.
package func inParallel<Result: Sendable>(
  _ pieces: Int, threads: Int, _ work: @escaping @Sendable (Int) async -> Result
) async -> [Result] {
  guard threads > 1, pieces > 1 else {
    var results: [Result] = []
    for piece in 0..<pieces { results.append(await work(piece)) }
    return results
  }
  return await withTaskGroup(of: (Int, Result).self) { group in
    var results = [Result?](repeating: nil, count: pieces)
    var started = 0
    func startNext() {
      guard started < pieces else { return }
      let piece = started
      started += 1
      group.addTask { (piece, await work(piece)) }
    }
    for _ in 0..<threads { startNext() }
    while let (piece, result) = await group.next() {
      results[piece] = result
      startNext()
    }
    return results.compactMap { $0 }
  }
}

/// The pieces 0..<count falls into; their size is fixed, not a share of the threads.
package func chunks(of count: Int, size: Int = 4096) -> [Range<Int>] {
  stride(from: 0, to: count, by: size).map { $0..<min(count, $0 + size) }
}
