package import Banking

/// What the source has and the night cannot make out: rows that are not sound, or yet to come. That they are missing says nothing
/// of the calls about them.
package struct SetAside: Sendable {
  package var clients: Set<ClientID> = []
  package var products: Set<ProductCode> = []

  package init() {}
}
