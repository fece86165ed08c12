import Banking
import Gaps
import IdealProfiles
import Nightly
import Policy
import TestBank
import Testing
import Triggers

@Suite("An open offer")
struct OpenOfferTests {
  private static let shop = 50

  private static let offer: ExistingTrigger = {
    let (bank, client, product) = (BankID("T"), ClientID(Int64(shop)), ProductCode("ACQUIRING"))
    let raisedOn = date("2026-06-20")
    return ExistingTrigger(
      id: TriggerID(bank: bank, client: client, kind: .offer, product: product, cycle: 1),
      conversation: ConversationID(bank: bank, client: client, raisedOn: raisedOn), client: client,
      desk: .manager(ManagerID(1)), kind: .offer, product: product, state: .open, cycle: 1, raisedOn: raisedOn,
      validUntil: date("2026-07-20"))
  }()

  /// 40 of 59 other shops hold what is offered.
  /// - Parameters:
  ///   - threshold: share of holders that makes a product characteristic.
  ///   - keeping: what of it an open offer needs.
  private func offered(threshold: Double, keeping: Double) async throws -> (isGap: Bool?, lost: [WithdrawalReason]) {
    let night = try await PlantedWorld.night(PlantedWorld.bank(), triggers: [Self.offer]) {
      $0.profiles.characteristicPenetration = threshold
      $0.profiles.leastCharacteristic = threshold
      $0.triggers.keepShare = keeping
    }
    let acquiring = night.recommender.recommendations(of: Self.shop - 1).first { $0.product == 1 }
    return (acquiring?.isGap, night.decisions.withdraw.map(\.reason))
  }

  @Test("stays while nearly as many of its kind hold the product as would have it raised, which is no gap any more")
  func nearly() async throws {
    let offered = try await offered(threshold: 0.8, keeping: 0.7)
    #expect(offered.isGap == false && offered.lost == [])
  }

  @Test("is taken back where clearly fewer do")
  func fewer() async throws {
    #expect(try await offered(threshold: 0.8, keeping: 0.95).lost == [.reasonGone])
    #expect(try await offered(threshold: 1, keeping: 0.7).lost == [.reasonGone])
  }
}
