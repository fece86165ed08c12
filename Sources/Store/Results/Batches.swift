/// Writes so many items batch by batch: while one is on its way to the server, the next is made; memory holds the two.
/// - Parameter items: those of a range; each is asked for once.
func inBatches<Batch: Sendable>(
  _ count: Int, of size: Int, making items: @Sendable (Range<Int>) async -> Batch,
  _ write: (Range<Int>, Batch) async throws -> Void
) async throws {
  let batches = stride(from: 0, to: count, by: size).map { $0..<min(count, $0 + size) }
  var ready = await items(batches.first ?? 0..<0)
  for batch in batches.indices {
    async let next = items(batch + 1 < batches.count ? batches[batch + 1] : 0..<0)
    try await write(batches[batch], ready)
    ready = await next
  }
}
