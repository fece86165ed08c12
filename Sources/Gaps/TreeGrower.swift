import Banking

/// Grows one tree after another on the same rows, best leaf first, from histograms of gradients (Friedman 2001; Chen &
/// Guestrin, "XGBoost", 2016; Ke et al., "LightGBM", 2017).
///
/// Gradients are whole numbers of 2⁻²⁰, so that their sums are exact: the tree does not depend on the order of rows.
struct TreeGrower {
  let bins: FeatureBins
  /// Row-major, `inputs` a row.
  let steps: [UInt8]
  let inputs: Int
  let settings: BoostingSettings
  private var order: [Int32]
  private var scratch: [Int32]

  static let unit = 1_048_576.0
  static let width = FeatureBins.maximum + 1
  /// Rows that are fetched together; with their steps they stay at hand.
  private static let block = 64

  /// - Parameter values: row-major, `inputs` a row.
  init(_ values: [Float], inputs: Int, settings: BoostingSettings, threads: Int) async {
    bins = await FeatureBins(values, inputs: inputs, threads: threads)
    steps = await bins.steps(values, threads: threads)
    self.inputs = inputs
    self.settings = settings
    order = (0..<Int32(inputs == 0 ? 0 : values.count / inputs)).map { $0 }
    scratch = order
  }

  /// The tree that lowers the loss most, and each row's answer added to `answers`.
  ///
  /// - Parameters:
  ///   - gradients: two a row, gradient and curvature, in units of 2⁻²⁰.
  ///   - allowed: inputs the tree may split on, ascending; see `chosenInputs`.
  mutating func grow(_ gradients: [Int64], _ allowed: [Int], answers: inout [Float]) -> BoostedTree {
    for row in order.indices { order[row] = Int32(row) }
    var open = [leaf(0..<order.count, histogram: histogram(0..<order.count, gradients, allowed), node: 0, allowed)]
    var tree = BoostedTree(nodes: [.init(input: -1, threshold: 0, left: 0, value: value(open[0].total))])
    while open.count < settings.maximumLeaves {
      guard let best = open.indices.max(by: { open[$0].gain < open[$1].gain }), open[best].gain > 0 else { break }
      let parent = open[best]
      let (left, right) = split(parent, gradients, allowed, into: &tree)
      open[best] = left
      open.append(right)
    }
    order.withUnsafeBufferPointer { order in
      answers.withUnsafeMutableBufferPointer { answers in
        for leaf in open {
          let answer = tree.nodes[leaf.node].value
          for position in leaf.rows { answers[Int(order[position])] += answer }
        }
      }
    }
    return tree
  }

  /// The inputs that the next tree may split on.
  func chosenInputs(_ random: inout SeededRandom) -> [Int] {
    let wanted = max(1, Int((settings.inputShare * Double(inputs)).rounded(.up)))
    var all = Array(0..<inputs)
    for position in 0..<min(wanted, inputs) {
      all.swapAt(position, position + random.below(inputs - position))
    }
    return all.prefix(wanted).sorted()
  }

  private func value(_ total: GradientSum) -> Float {
    let curvature = Double(total.curvature) / Self.unit + settings.regularisation
    return Float(-settings.learningRate * Double(total.gradient) / Self.unit / max(curvature, 1e-9))
  }

  private mutating func split(
    _ parent: Leaf, _ gradients: [Int64], _ allowed: [Int], into tree: inout BoostedTree
  ) -> (Leaf, Leaf) {
    let middle = partition(parent)
    let leftRows = parent.rows.lowerBound..<middle
    let rightRows = middle..<parent.rows.upperBound
    let smallerIsLeft = leftRows.count <= rightRows.count
    let smaller = histogram(smallerIsLeft ? leftRows : rightRows, gradients, allowed)
    var larger = parent.histogram
    for index in larger.indices { larger[index].subtract(smaller[index]) }
    let position = tree.nodes.count
    let left = leaf(leftRows, histogram: smallerIsLeft ? smaller : larger, node: position, allowed)
    let right = leaf(rightRows, histogram: smallerIsLeft ? larger : smaller, node: position + 1, allowed)
    let bounds = bins.bounds[parent.input]
    tree.nodes[parent.node].input = Int32(parent.input)
    tree.nodes[parent.node].threshold = parent.step == 0 ? -.infinity : bounds[parent.step - 1]
    tree.nodes[parent.node].left = Int32(position)
    for child in [left, right] {
      tree.nodes.append(.init(input: -1, threshold: 0, left: 0, value: value(child.total)))
    }
    return (left, right)
  }

  /// Puts the leaf's left rows before its right rows, both in their old order; returns where the right ones begin.
  private mutating func partition(_ leaf: Leaf) -> Int {
    let (inputs, input) = (inputs, leaf.input)
    var left = leaf.rows.lowerBound
    steps.withUnsafeBufferPointer { steps in
      order.withUnsafeMutableBufferPointer { order in
        scratch.withUnsafeMutableBufferPointer { scratch in
          var right = 0
          for position in leaf.rows {
            // Written to both sides, and one of them moves on: cheaper than a branch that cannot be foreseen.
            let row = order[position]
            let isLeft = Int(steps[Int(row) &* inputs &+ input]) <= leaf.step
            order[left] = row
            scratch[right] = row
            left &+= isLeft ? 1 : 0
            right &+= isLeft ? 0 : 1
          }
          for position in 0..<right { order[left + position] = scratch[position] }
        }
      }
    }
    return left
  }

  /// Of the allowed inputs; the others stay empty.
  private func histogram(_ rows: Range<Int>, _ gradients: [Int64], _ allowed: [Int]) -> [GradientSum] {
    var sums = [GradientSum](repeating: GradientSum(), count: inputs * Self.width)
    sums.withUnsafeMutableBufferPointer { sums in
      withUnsafeTemporaryAllocation(of: FetchedRow.self, capacity: Self.block) { fetched in
        for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.block) {
          let block = start..<min(rows.upperBound, start + Self.block)
          fetch(block, gradients, allowed, into: fetched, sums)
          steps.withUnsafeBufferPointer { steps in
            for place in 0..<block.count {
              let row = fetched[place]
              for input in allowed.dropFirst().dropLast() { sums.add(row, steps, input) }
            }
          }
        }
      }
    }
    return sums
  }

  /// Reads a block of rows and adds up their outermost inputs: work so short that the rows, which lie scattered, are
  /// waited for together and not one after the other.
  @inline(__always)
  private func fetch(
    _ block: Range<Int>, _ gradients: [Int64], _ allowed: [Int], into fetched: UnsafeMutableBufferPointer<FetchedRow>,
    _ sums: UnsafeMutableBufferPointer<GradientSum>
  ) {
    guard let first = allowed.first, let last = allowed.last else { return }
    for (place, position) in block.enumerated() {
      let row = Int(order[position])
      fetched[place] = FetchedRow(
        first: row &* inputs, gradient: SIMD2(gradients[2 &* row], gradients[2 &* row &+ 1]))
      steps.withUnsafeBufferPointer { steps in
        sums.add(fetched[place], steps, first)
        if last != first { sums.add(fetched[place], steps, last) }
      }
    }
  }

  private func leaf(_ rows: Range<Int>, histogram: [GradientSum], node: Int, _ allowed: [Int]) -> Leaf {
    var total = GradientSum()
    let first = (allowed.first ?? 0) * Self.width
    for step in first..<min(first + Self.width, histogram.count) { total.add(histogram[step]) }
    var best = Leaf(rows: rows, histogram: histogram, node: node, total: total)
    guard rows.count >= 2 * settings.minimumRows else { return best }
    let whole = score(total)
    for input in allowed {
      var left = GradientSum()
      for step in 0..<bins.bounds[input].count + 1 {
        left.add(histogram[input * Self.width + step])
        guard left.rows >= settings.minimumRows else { continue }
        let right = total.less(left)
        guard right.rows >= settings.minimumRows else { break }
        let gain = score(left) + score(right) - whole
        if gain > best.gain + 1e-9 { (best.gain, best.input, best.step) = (gain, input, step) }
      }
    }
    return best
  }

  private func score(_ sum: GradientSum) -> Double {
    let gradient = Double(sum.gradient) / Self.unit
    return gradient * gradient / max(Double(sum.curvature) / Self.unit + settings.regularisation, 1e-9)
  }
}

/// A leaf that may still be split, with the best way to do it.
private struct Leaf {
  let rows: Range<Int>
  let histogram: [GradientSum]
  let node: Int
  let total: GradientSum
  var gain = 0.0
  var input = 0
  /// Rows at this step or below go left.
  var step = 0
}

/// A row as histograms need it.
private struct FetchedRow {
  /// Where its steps begin.
  let first: Int
  let gradient: SIMD2<Int64>
}

extension UnsafeMutableBufferPointer<GradientSum> {
  @inline(__always)
  fileprivate func add(_ row: FetchedRow, _ steps: UnsafeBufferPointer<UInt8>, _ input: Int) {
    let bin = input &* TreeGrower.width &+ Int(steps[row.first &+ input])
    self[bin].sums &+= row.gradient
    self[bin].rows &+= 1
  }
}

private struct GradientSum {
  /// Gradient and curvature.
  var sums = SIMD2<Int64>()
  var rows: Int = 0

  var gradient: Int64 { sums[0] }
  var curvature: Int64 { sums[1] }

  mutating func add(_ other: GradientSum) {
    sums &+= other.sums
    rows += other.rows
  }

  mutating func subtract(_ other: GradientSum) {
    sums &-= other.sums
    rows -= other.rows
  }

  func less(_ other: GradientSum) -> GradientSum {
    var rest = self
    rest.subtract(other)
    return rest
  }
}
