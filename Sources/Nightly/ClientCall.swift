import Banking
import Triggers

/// A reason to call a client that is no gap, with the facts its sentences are made of.
struct ClientCall {
  var candidate: Candidate
  /// What a new client is to be set up with, best first.
  var products: [Recommendation] = []
  /// Of a renewal: how many of the client's accounts of the product mature that day, and how many are open.
  var accounts: (maturing: Int, open: Int)?
}
