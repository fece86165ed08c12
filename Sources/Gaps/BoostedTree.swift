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
    nodes.withUnsafeBufferPointer { nodes in
      var node = nodes[0]
      while node.input >= 0 {
        let child = nodes[Int(node.left) + (row[Int(node.input)] > node.threshold ? 1 : 0)]
        contributions[Int(node.input)] += Double(child.value - node.value)
        node = child
      }
      return Double(nodes[0].value)
    }
  }
}
