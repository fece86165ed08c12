/// What can be wrong with an account, in the order of `faults_account.sql`, whose names these are: the reading judges as the
/// check does, and a test on random accounts holds the two together.
enum AccountFault: String, Sendable {
  case keyMissing = "account_key_missing"
  case endlessDate = "account_endless_date"
  /// No fault: the account was opened after the as-of date.
  case future
  case duplicate = "account_duplicate"
  case orphan = "account_orphan"
  case unknownProduct = "account_unknown_product"
  case closedBeforeOpened = "account_closed_before_opened"
}
