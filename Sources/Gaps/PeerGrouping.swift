/// A way to put clients into groups whose opening rates are compared with everybody's.
package enum PeerGrouping: Hashable, Codable, Sendable {
  case region, industry, legalForm
  /// A category the bank knows, or a quantity in six ranges.
  case attribute(String)
  case productCount, tenure, sinceOpening
}
