import Banking

struct ClientRow {
  var id: ClientID
  var manager: ManagerID?
  var region: String?
  var industry: String?
  var legalForm: String?
  var openedOn: BusinessDate?
  var closedOn: BusinessDate?
  var annualTurnover: Money?
  var contactAllowed: Bool
}

struct AccountRow {
  var client: ClientID
  var product: ProductCode
  var openedOn: BusinessDate?
  var closedOn: BusinessDate?
  var maturesOn: BusinessDate?
}

/// Sums over the last 3 and 12 complete months; see `read_activity.sql`.
struct ActivityRow {
  var client: ClientID
  var product: ProductCode
  var income3: Int64
  var income12: Int64
  var operations3: Int64
  var operations12: Int64
  var activeMonths: Int64
  var lastActive: Month?
}

struct MonthRow {
  var client: ClientID
  var month: Month
  var income: Int64
  var operations: Int64
}
