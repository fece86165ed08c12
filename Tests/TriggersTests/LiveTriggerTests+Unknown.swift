import Banking
import Testing

@testable import Triggers

/// What the night does not know of the source, or learns of it too late.
extension LiveTriggerTests {
  @Test("a client or a product that is not sound tonight keeps its calls for their days")
  func setAside() throws {
    for state in [TriggerState.open, .accepted, .snoozed] {
      var client = try world(state, [])
      client.clients[0].id = ClientID(2)
      client.setAside.clients = [ClientID(1)]
      #expect(client.decide().isEmpty)
      client.existing[0].snoozedUntil = nil
      client.existing[0].state = .accepted
      client.asOf = client.asOf.advanced(byDays: 90)
      #expect(client.decide().expire == client.existing.map(\.id))
      var product = try world(state, [])
      product.existing[0].product = ProductCode("E")
      #expect(product.decide().withdraw.map(\.reason) == [.ineligible])
      product.setAside.products = [ProductCode("E")]
      #expect(product.decide().isEmpty)
      product.clients[0].contactAllowed = false
      #expect(product.decide().withdraw.map(\.reason) == [.contactNotAllowed])
    }
  }

  @Test(
    "an offer of what needs a product that is not sound tonight stays, one of what needs a product there is none of does not"
  )
  func setAsidePrerequisite() throws {
    var world = try world(.open, [])
    world.existing[0].product = ProductCode("E")
    world.catalogue = Catalogue(World.catalogue.products + [World.product("E", requires: ["GONE"])])
    world.candidates = [[.offer(4)]]
    #expect(world.decide().withdraw.map(\.reason) == [.ineligible])
    world.setAside.products = [ProductCode("GONE")]
    #expect(world.decide().withdraw.isEmpty)
  }

  @Test("what the client had opened before the call is no result of it, only that nobody knew")
  func openedBefore() throws {
    for kind in [TriggerKind.offer, .welcome] {
      var world = try world(kind: kind, holds: [World.a], stage: .onboarding, [])
      world.existing[0].products = [ProductCode("A"), ProductCode("B")]
      let raisedOn = world.existing[0].raisedOn
      for (opened, isWon) in [(nil, true), (raisedOn, false), (raisedOn.advanced(byDays: 1), true)] {
        world.opened = opened.map { [World.a: $0] } ?? [:]
        let decisions = world.decide()
        #expect(decisions.win.isEmpty != isWon)
        #expect(decisions.withdraw.map(\.reason) == (isWon ? [] : [.reasonGone]))
      }
    }
  }

  @Test("a night that comes late counts what happened within the call's days")
  func late() throws {
    for kind in [TriggerKind.offer, .welcome, .renew] {
      var world = try world(kind: kind, holds: [World.a], stage: .onboarding, [])
      world.existing[0].products = [ProductCode("A")]
      let trigger = world.existing[0]
      let last = max(
        trigger.validUntil, trigger.raisedOn.advanced(byDays: world.policy.window(kind).conversion))
      world.asOf = last.advanced(byDays: 20)
      for (day, isWon) in [(last, true), (last.advanced(byDays: 1), false)] {
        world.opened = [World.a: day]
        world.existing[0].renewedOn = kind == .renew ? day : nil
        let decisions = world.decide()
        #expect(decisions.win.isEmpty != isWon)
        #expect(decisions.withdraw.map(\.reason) == (isWon ? [] : [.reasonGone]))
      }
    }
  }

  @Test("the calls of a client that is not sound tonight take their room on the list")
  func room() throws {
    var world = try world(.open, [])
    world.clients[0].id = ClientID(2)
    world.candidates[0] = [.offer(World.c)]
    world.setAside.clients = [ClientID(1)]
    world.policy.maximumLivePerManager = 2
    #expect(world.decide().raise.count == 1)
    world.policy.maximumLivePerManager = 1
    #expect(world.decide().raise.isEmpty)
  }
}
