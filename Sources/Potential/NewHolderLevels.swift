/// By product, the average of what new holders bring on the scale of the model. Where they are few it leans on what is
/// usual among holders, moved by how far new holders of all products are from it.
struct NewHolderLevels {
  let values: [Double]

  init(_ incomes: [Double], _ products: [Int], usual: [Double], settings: PotentialSettings) {
    var sums = [Double](repeating: 0, count: usual.count)
    var counts = sums
    var distance = 0.0
    var compared = 0.0
    for (income, product) in zip(incomes, products) {
      sums[product] += income
      counts[product] += 1
      guard usual[product].isFinite else { continue }
      distance += income - usual[product]
      compared += 1
    }
    let overall = incomes.reduce(0, +) / Double(max(1, incomes.count))
    let shift = compared > 0 ? distance / compared : 0
    let prior = settings.priorNewHolders
    values = usual.indices.map { product in
      let expected = usual[product].isFinite ? usual[product] + shift : overall
      return (sums[product] + prior * expected) / (counts[product] + prior)
    }
  }
}
