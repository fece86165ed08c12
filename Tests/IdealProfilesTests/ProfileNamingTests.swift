import Banking
import Testing

@testable import IdealProfiles

struct ProfileNamingTests {
  private let catalogue = Catalogue(
    ["Acquiring", "Leasing", "Payroll"].map {
      Product(
        code: ProductCode($0), name: $0, family: "", incomeKind: .fee, sellable: true, requires: [], excludes: [])
    })

  private func model(
    _ means: [Double], _ probabilities: [Double], variances: [Double]? = nil, offsets: [Double] = [0, 0, 0, 0, 0]
  ) -> MixtureModel {
    let k = means.count / 5
    return MixtureModel(
      units: Standardisation(offsets: offsets, scales: [1, 1, 1, 1, 1]),
      weights: [Double](repeating: 1 / Double(k), count: k), means: means,
      variances: variances ?? [Double](repeating: 1, count: means.count), probabilities: probabilities, productCount: 3)
  }

  @Test("a name says what stands out: size, tenure and the products held more than elsewhere")
  func names() {
    let model = model(
      [1, 1, 1, 0, 0, -1, -1, -1, 0, 0], [0.8, 0.3, 0.9, 0.1, 0.3, 0.2])
    #expect(ProfileNaming(model, catalogue).names == ["large, long-standing · Acquiring + Payroll", "small, new"])
  }

  @Test(
    "a name is kept as long as it says nothing false",
    arguments: [
      ("large, long-standing · Acquiring + Payroll", true), ("long-standing · Payroll", true), ("large (2)", true),
      ("new · Acquiring", false), ("large · Acquiring(2)", false), ("large, small", false), ("large · Leasing", false),
      ("large · Payments", false),
      ("average", false), ("average (3)", false), ("", true),
    ])
  func kept(name: String, holds: Bool) {
    let naming = ProfileNaming(
      model([1, 1, 1, 0, 0, -1, -1, -1, 0, 0], [0.8, 0.3, 0.9, 0.1, 0.3, 0.2]), catalogue)
    #expect(naming.stillHolds(name, of: 0) == holds)
  }

  @Test("a word once given needs half as much to stay")
  func steady() {
    let naming = ProfileNaming(
      model([0.3, 0, 0, 0, 0, -0.2, 0, 0, 0, 0], [Double](repeating: 0.5, count: 6)), catalogue)
    #expect(naming.names == ["average", "average (2)"])
    #expect(naming.stillHolds("long-standing", of: 0) && naming.stillHolds("average", of: 0))
    #expect(!naming.stillHolds("new", of: 1))
  }

  @Test("no two profiles share a name")
  func unique() {
    let model = model([Double](repeating: 0, count: 15), [Double](repeating: 0.5, count: 9))
    #expect(ProfileNaming(model, catalogue).names == ["average", "average (2)", "average (3)"])
  }

  @Test("what a few are in the extreme is no name for all of them, and less growth than elsewhere no loss")
  func untrueOfMost() {
    let means = [0, 0, 0, -0.7, 0, 0, 0, 0, 0.7, 0]
    let rates = [Double](repeating: 0.5, count: 6)
    #expect(ProfileNaming(model(means, rates), catalogue).names == ["shrinking", "growing"])
    let wide = [1.0, 1, 1, 4, 1, 1, 1, 1, 1, 1]
    #expect(ProfileNaming(model(means, rates, variances: wide), catalogue).names == ["average", "growing"])
    let booming = ProfileNaming(model(means, rates, offsets: [0, 0, 0, 1, 0]), catalogue)
    #expect(booming.names == ["average", "growing"])
    #expect(!booming.stillHolds("shrinking", of: 0))
  }
}
