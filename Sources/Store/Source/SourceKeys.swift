import Banking
import Triggers

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

  var setAside: SetAside {
    var setAside = SetAside()
    setAside.clients = Set(otherClients.map { ClientID($0) })
    setAside.products = Set(otherProducts.map { ProductCode($0) })
    return setAside
  }

  /// Whether the source has the client.
  /// - Parameter position: among those of the snapshot; nil = it does not have it.
  func hasClient(_ id: Int64, at position: Int?) -> Bool { position != nil || otherClients.contains(id) }

  /// Whether the source has the product.
  /// - Parameter position: in the catalogue; nil = it does not have it.
  func hasProduct(_ code: UnsafeRawBufferPointer, at position: Int?) -> Bool {
    position != nil || otherProducts.contains(String(decoding: code, as: UTF8.self))
  }
}
