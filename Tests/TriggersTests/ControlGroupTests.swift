import Banking
import Testing

@testable import Triggers

struct ControlGroupTests {
  private func members(share: Double, salt: String = "xsell") -> Set<Int64> {
    var policy = TriggerPolicy()
    policy.controlShare = share
    policy.controlSalt = salt
    let group = ControlGroup(bank: BankID("TEST"), policy: policy)
    return Set((1...20_000).map(Int64.init).filter { group.contains(ClientID($0)) })
  }

  @Test("the share is met, a larger share keeps the members, another salt chooses others")
  func sticky() {
    let small = members(share: 0.05)
    #expect((900...1100).contains(small.count))
    #expect(small.isSubset(of: members(share: 0.1)))
    #expect(members(share: 0).isEmpty && members(share: 1).count == 20_000)
    #expect(small.intersection(members(share: 0.05, salt: "other")).count < 100)
  }
}
