import Store
import Triggers
import Wording

/// Whose list it is.
struct WorklistOwner {
  let bank: BankRow
  let desk: Desk
  let name: String
  let language: any Language
}
