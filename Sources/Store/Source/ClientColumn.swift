import Banking

/// Clients while they stream in, ascending by id.
struct ClientColumn: Sendable {
  private(set) var clients: [ClientFacts] = []
  /// By client: `ClientRow.hash`.
  private var hashes: [Int16] = []
  private var regions = Interner()
  private var industries = Interner()
  private var legalForms = Interner()

  mutating func append(_ row: ClientRow) {
    hashes.append(Int16(row.hash))
    clients.append(
      ClientFacts(
        id: row.id, number: row.number, manager: row.manager, region: regions.code(row.region),
        industry: industries.code(row.industry),
        legalForm: legalForms.code(row.legalForm), openedOn: row.openedOn, closedOn: row.closedOn,
        annualTurnover: row.annualTurnover, contactAllowed: row.contactAllowed))
  }

  /// By client: its place in a sample of so many 1024ths of the clients, -1 = not in it.
  func samplePlaces(share: Int) -> [Int32] {
    var next: Int32 = 0
    return hashes.map { hash in
      guard hash < share else { return -1 }
      next += 1
      return next - 1
    }
  }

  /// The clients with their words as positions in ascending lists.
  consuming func settled() -> (clients: [ClientFacts], regions: [String], industries: [String], legalForms: [String]) {
    let (regionNames, regionPlace) = regions.sorted()
    let (industryNames, industryPlace) = industries.sorted()
    let (formNames, formPlace) = legalForms.sorted()
    for client in clients.indices {
      clients[client].region = Self.place(clients[client].region, regionPlace)
      clients[client].industry = Self.place(clients[client].industry, industryPlace)
      clients[client].legalForm = Self.place(clients[client].legalForm, formPlace)
    }
    return (clients, regionNames, industryNames, formNames)
  }

  private static func place(_ code: Int32, _ places: [Int32]) -> Int32 { code < 0 ? -1 : places[Int(code)] }
}

/// Finds the position of each row's client; rows and clients both ascend by id, so one cursor walks along. Rows of
/// clients that are not in the snapshot (quarantined, of the future, outside the sample) find none.
struct ClientCursor {
  private let clients: [ClientFacts]
  private var next = 0

  init(_ clients: [ClientFacts]) { self.clients = clients }

  mutating func position(of id: ClientID) -> Int? {
    while next < clients.count, clients[next].id < id { next += 1 }
    return next < clients.count && clients[next].id == id ? next : nil
  }
}
