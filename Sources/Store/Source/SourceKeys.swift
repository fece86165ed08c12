/// Which clients and products a bank has: what accounts and product months are judged by.
struct SourceKeys: Sendable {
  /// Of the snapshot, ascending.
  let clients: [Int64]
  /// Those that the source has and the snapshot has not: not sound, to come, outside the sample.
  let otherClients: Set<Int64>
  /// Of the catalogue, in its order.
  let products: [String]
  /// Those that are not sound.
  let otherProducts: Set<String>
}
