/// Answers of boosted trees for row after row, several times as fast as walking down every tree: for each input the
/// thresholds that its value exceeds are run through in ascending order, and each takes from its tree the leaves on its
/// left; the first leaf that is left is the answer (Lucchese et al., "QuickScorer", SIGIR 2015). What is the same for all
/// rows of a client is looked at once. The answers are those of walking down, to the bit.
struct TreeScorer {
  private let cuts: TreeCuts
  /// By tree: the leaves that the inputs of the client leave.
  private var ofClient: [UInt64]
  private var ofRow: [UInt64]
  private var commonCount = 0

  init(_ cuts: TreeCuts) {
    self.cuts = cuts
    ofClient = Array(repeating: .max, count: cuts.treeCount)
    ofRow = ofClient
  }

  /// - Parameter common: the values of the last inputs, the same in every row until the next turn.
  mutating func turn(common: [Float]) {
    for tree in ofClient.indices { ofClient[tree] = .max }
    commonCount = common.count
    let first = cuts.inputCount - common.count
    ofClient.withUnsafeMutableBufferPointer { leaves in
      for (place, value) in common.enumerated() { cuts.apply(value, input: first + place, to: leaves) }
    }
  }

  /// - Parameter row: all inputs, the common ones last.
  mutating func answer(_ row: [Float]) -> Float {
    ofRow.withUnsafeMutableBufferPointer { leaves in
      for tree in leaves.indices { leaves[tree] = ofClient[tree] }
      for input in 0..<row.count - commonCount { cuts.apply(row[input], input: input, to: leaves) }
    }
    return cuts.answer(ofRow)
  }
}

/// Boosted trees, parted by input.
struct TreeCuts: Sendable {
  let inputCount: Int
  let treeCount: Int
  /// By input: where its cuts begin; one more at the end. Cuts ascend by threshold within an input.
  private let starts: [Int]
  private let thresholds: [Float]
  private let tree: [Int32]
  /// The leaves that are left where the value exceeds the threshold.
  private let leaves: [UInt64]
  /// By tree: where its leaves' values begin.
  private let firstLeaf: [Int]
  private let values: [Float]
  /// By ensemble: where its trees end.
  private let memberEnds: [Int]

  /// - Parameter members: of trees with 64 leaves at most, which the policy sees to.
  init(_ members: [BoostedTrees], inputs: Int) {
    var cuts: [(input: Int, threshold: Float, tree: Int, leaves: UInt64)] = []
    var values: [Float] = []
    var firstLeaf: [Int] = []
    for (place, tree) in members.flatMap(\.trees).enumerated() {
      firstLeaf.append(values.count)
      for cut in tree.cuts(leafValues: &values) { cuts.append((cut.input, cut.threshold, place, cut.leaves)) }
    }
    cuts.sort { ($0.input, $0.threshold, $0.tree) < ($1.input, $1.threshold, $1.tree) }
    var starts = [Int](repeating: 0, count: inputs + 1)
    for cut in cuts { starts[cut.input + 1] += 1 }
    for input in 0..<inputs { starts[input + 1] += starts[input] }
    inputCount = inputs
    treeCount = firstLeaf.count
    self.starts = starts
    thresholds = cuts.map(\.threshold)
    tree = cuts.map { Int32($0.tree) }
    leaves = cuts.map(\.leaves)
    self.firstLeaf = firstLeaf
    self.values = values
    var ends: [Int] = []
    for member in members { ends.append((ends.last ?? 0) + member.trees.count) }
    memberEnds = ends
  }

  @inline(__always)
  fileprivate func apply(_ value: Float, input: Int, to left: UnsafeMutableBufferPointer<UInt64>) {
    var place = starts[input]
    let end = starts[input + 1]
    // Unknown exceeds nothing.
    while place < end, value > thresholds[place] {
      left[Int(tree[place])] &= leaves[place]
      place += 1
    }
  }

  /// The ensembles' average.
  fileprivate func answer(_ left: [UInt64]) -> Float {
    var sum: Float = 0
    var place = 0
    for end in memberEnds {
      var member: Float = 0
      while place < end {
        member += values[firstLeaf[place] + left[place].trailingZeroBitCount]
        place += 1
      }
      sum += member
    }
    return sum / Float(max(1, memberEnds.count))
  }
}

extension BoostedTree {
  /// Its splits, each with the leaves that are left where the value exceeds the threshold; leaves are counted from the
  /// left, and their values appended.
  fileprivate func cuts(leafValues: inout [Float]) -> [(input: Int, threshold: Float, leaves: UInt64)] {
    let first = leafValues.count
    var cuts: [(input: Int, threshold: Float, leaves: UInt64)] = []
    func visit(_ place: Int) {
      let node = nodes[place]
      guard node.input >= 0 else { return leafValues.append(node.value) }
      let start = leafValues.count - first
      visit(Int(node.left))
      let ruledOut = (start..<leafValues.count - first).reduce(UInt64(0)) { $1 < 64 ? $0 | 1 << UInt64($1) : $0 }
      cuts.append((Int(node.input), node.threshold, ~ruledOut))
      visit(Int(node.left) + 1)
    }
    visit(0)
    return cuts
  }
}
