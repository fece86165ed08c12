/// What can be wrong with a product month, in the order of `faults_product_month.sql`, whose names these are: the reading
/// judges as the check does, and a test on random banks holds the two together.
enum ProductMonthFault: String, CaseIterable, Sendable {
  case keyMissing = "product_month_key_missing"
  case endlessMonth = "product_month_endless_month"
  /// No fault: the month is not over on the as-of date.
  case future
  case duplicate = "product_month_duplicate"
  case notFirstDay = "product_month_not_first_day"
  case orphan = "product_month_orphan"
  case unknownProduct = "product_month_unknown_product"
  case absurdAmount = "product_month_absurd_amount"
  case negativeOperations = "product_month_negative_operations"
}
