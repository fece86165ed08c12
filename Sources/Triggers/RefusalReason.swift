/// Why a client (or the manager on its behalf) refused; the cool-down depends on it.
package enum RefusalReason: String, Sendable, CaseIterable {
  case noNeed = "no_need"
  case hasItElsewhere = "has_it_elsewhere"
  case price
  case notNow = "not_now"
  case wrongData = "wrong_data"
  case other
}
