import Banking

/// Collects attributes of clients. A key whose known values are all numbers is a quantity; any other is a category. Keys of hardly
/// any client tell of none, and each costs every client's chances time: a stray document of a thousand keys would cost a night.
struct AttributeBuilder: Sendable {
  /// Of all clients, which one in so many must have.
  private static let rarest = 100
  /// The commonest that are taken.
  private static let most = 128

  private struct Cell: Sendable {
    let client: Int32
    let isNumber: Bool
    let value: String
  }
  private var cells: [String: [Cell]] = [:]
  private(set) var content = ContentCount()

  mutating func append(_ row: AttributeRow, at client: Int) {
    content.add { row.combine(into: &$0) }
    cells[row.name, default: []].append(Cell(client: Int32(client), isNumber: row.isNumber, value: row.value))
  }

  func table(clientCount: Int) -> AttributeTable {
    AttributeTable(
      columns: common(clientCount).map { name in
        let column = cells[name] ?? []
        return AttributeColumn(
          name: name,
          values: column.allSatisfy(\.isNumber)
            ? Self.quantity(column, clientCount) : Self.category(column, clientCount))
      })
  }

  /// By name.
  private func common(_ clientCount: Int) -> [String] {
    let common = cells.filter { $0.value.count * Self.rarest >= clientCount }
    return common.keys.sorted { (common[$1]?.count ?? 0, $0) < (common[$0]?.count ?? 0, $1) }.prefix(Self.most).sorted()
  }

  private static func quantity(_ column: [Cell], _ clientCount: Int) -> AttributeColumn.Values {
    var values = [Double](repeating: .nan, count: clientCount)
    for cell in column {
      if let value = Double(cell.value), value.isFinite { values[Int(cell.client)] = value }
    }
    return .quantity(values)
  }

  private static func category(_ column: [Cell], _ clientCount: Int) -> AttributeColumn.Values {
    var words = Interner()
    var codes = [Int32](repeating: -1, count: clientCount)
    for cell in column { codes[Int(cell.client)] = words.code(cell.value) }
    let (labels, position) = words.sorted()
    return .category(labels: labels, codes: codes.map { $0 < 0 ? -1 : position[Int($0)] })
  }
}
