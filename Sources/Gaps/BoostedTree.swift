/// One regression tree. A row goes right where its input is above the threshold, left otherwise; unknown goes left.
struct BoostedTree: Codable, Sendable {
  struct Node: Codable, Sendable {
    /// -1 = leaf.
    var input: Int32
    var threshold: Float
    /// Position of the left child; the right one follows it.
    var left: Int32
    /// The tree's answer if it stopped here; a leaf's answer.
    var value: Float
  }

  var nodes: [Node]

  func answer(_ row: UnsafeBufferPointer<Float>) -> Float {
    nodes.withUnsafeBufferPointer { nodes in
      var node = nodes[0]
      while node.input >= 0 {
        node = nodes[Int(node.left) + (row[Int(node.input)] > node.threshold ? 1 : 0)]
      }
      return node.value
    }
  }

  /// Adds to each input what its splits changed along the row's path (Saabas, "Interpreting random forests", 2014):
  /// with the root's answer the contributions sum to the tree's answer. Returns the root's answer.
  func explain(_ row: [Float], into contributions: inout [Double]) -> Double {
    row.withUnsafeBufferPointer { row in
      contributions.withUnsafeMutableBufferPointer { explain(row, inputs: row.count, into: $0) }
    }
    return Double(nodes[0].value)
  }

  /// The same of several rows of so many inputs each, one after the other.
  func explain(_ rows: UnsafeBufferPointer<Float>, inputs: Int, into contributions: UnsafeMutableBufferPointer<Double>)
  {
    nodes.withUnsafeBufferPointer { nodes in
      for row in stride(from: 0, to: rows.count, by: max(1, inputs)) {
        var node = nodes[0]
        while node.input >= 0 {
          let place = row + Int(node.input)
          let child = nodes[Int(node.left) + (rows[place] > node.threshold ? 1 : 0)]
          contributions[place] += Double(child.value - node.value)
          node = child
        }
      }
    }
  }
}
