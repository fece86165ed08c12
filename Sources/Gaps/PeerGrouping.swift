import Banking

/// A way to put clients into groups whose opening rates are compared with everybody's.
package enum PeerGrouping: Hashable, Codable, Sendable {
  case region, industry, legalForm
  /// A category the bank knows, or a quantity in six ranges.
  case attribute(String)
  case productCount, tenure, sinceOpening

  /// Whether a client's group changes as time goes by.
  var movesWithDate: Bool {
    switch self {
    case .region, .industry, .legalForm, .attribute: false
    case .productCount, .tenure, .sinceOpening: true
    }
  }
}

extension Snapshot {
  /// By client; nil where the bank does not know it, or it moves with the date.
  func values(of grouping: PeerGrouping) -> AttributeColumn.Values? {
    switch grouping {
    case .region: .category(labels: regions, codes: clients.map(\.region))
    case .industry: .category(labels: industries, codes: clients.map(\.industry))
    case .legalForm: .category(labels: legalForms, codes: clients.map(\.legalForm))
    case .attribute(let name): attributes[name]
    case .productCount, .tenure, .sinceOpening: nil
    }
  }
}
