import Testing

@Suite("The views agree with each other")
struct ViewAgreementTests {
  @Test("Cards, recommendations, profiles, triggers and their history tell one story")
  func agree() async throws {
    let connection = try await LoadedBank.connectPublished()
    #expect(try await Invariants.broken(connection) == [])
  }

  @Test("The reference members of a profile and how many of them hold a product can be counted in SQL")
  func penetration() async throws {
    let connection = try await LoadedBank.connectPublished()
    // Whoever counts a client as its own reference would find one more than its recommendation says.
    let clients: Int64 = try await connection.value(
      """
      select count(*) from xsell.recommendation r
      join xsell.client_card c using (bank_id, client_id)
      join xsell.profile_product p
        on (p.bank_id, p.cohort, p.profile_id, p.product_code)
          = (r.bank_id, c.cohort, (r.reason ->> 'profile_id')::int, r.product_code)
      where abs(r.reference_members - p.reference_members) > 1
      """)
    #expect(clients == 0)
  }
}
