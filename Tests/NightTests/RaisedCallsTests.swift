import Banking
import Testing
import Triggers

@testable import Nightly

@Suite("Calls that raised triggers make up")
struct RaisedCallsTests {
  private static func conversation(_ client: Int64) -> ConversationID {
    ConversationID(bank: BankID("NORTH"), client: ClientID(client), raisedOn: BusinessDate(dayNumber: 20_000))
  }

  @Test("a call has its triggers in the order of raising, wherever others stand between them")
  func scattered() {
    let calls = RaisedCalls([7, 3, 7, 5, 3, 7].map(Self.conversation))
    #expect((0..<calls.count).map { Array(calls[$0]) } == [[0, 2, 5], [1, 4], [3]])
  }

  @Test("no triggers make no calls")
  func none() {
    #expect(RaisedCalls([]).count == 0)
  }
}
