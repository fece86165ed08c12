/// The name that was probably meant: the nearest in edit distance (V. Levenshtein, 1966), if it is near enough to be a
/// slip of the keyboard.
func nearestName(to name: String, among names: [String]) -> String? {
  let limit = max(2, name.count / 3)
  let near = names.map { (name: $0, distance: editDistance(Array(name), Array($0))) }
  return near.filter { $0.distance <= limit }.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
}

private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var row = Array(0...b.count)
  for (i, character) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let substituted = diagonal + (character == b[j] ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substituted, diagonal + 1, row[j] + 1)
    }
  }
  return row[b.count]
}
