import Banking

/// How a firm stands to one product.
struct Position {
  /// Positions in the life's lists of needs and accounts; nil = no live need, no open account.
  var need: Int?
  var account: Int?
  var opened = Month(index: 0)
  /// Share of the flow that runs over the product: 0 = open and unused.
  var usage = 0.0
  /// Principal, limit or sum insured, EUR.
  var amount = 0.0
  var term = 0
  var maturesOn: BusinessDate?
  /// Months until a product that is no longer needed is closed.
  var closesIn: Int?
  /// Whether another bank serves the need.
  var isElsewhere = false
}
