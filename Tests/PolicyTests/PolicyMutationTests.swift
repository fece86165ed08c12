import Banking
import DefaultPolicy
import Testing

@testable import Policy

@Suite("Whatever the file holds, it is read or refused")
struct PolicyMutationTests {
  @Test("random changes of the built-in file never crash, and every fault names the file")
  func mutations() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededRandom(seed: seed)
    let original = DefaultPolicy.text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("#") }
    var refused = 0
    for round in 0..<1000 {
      var text = original.joined(separator: "\n")
      for _ in 0...random.below(4) { text = mutated(text, &random) }
      do throws(PolicyError) {
        let policy = try Policy.load(file: "p.yaml", text: text)
        #expect(!policy.canonicalText.isEmpty)
      } catch {
        refused += 1
        guard case .invalid(let faults) = error else { continue }
        #expect(
          !faults.isEmpty && faults.allSatisfy { $0.description.hasPrefix("p.yaml:") }, "seed \(seed), round \(round)")
      }
    }
    #expect(refused > 0, "seed \(seed)")
  }

  private static let pieces: [String] = [
    ":", "\n", " ", "  ", "\t", "-", "- ", "[", "]", "{", "}", "'", "\"", "#", "&a ", "*a", "!!int ", "? ", "|", ">",
    "---\n", "...\n", "%YAML 9\n", "<<: ", "null", "1e999", "-1", "9223372036854775808", "0.1.2", "\u{0}", "\u{FEFF}",
    "\r", "\u{2028}", "\u{85}", "й", "银行", "👩‍👩‍👧", "night:\n", "banks:\n", "products: {A: {never_offer: 3}}\n",
    "pinned_profiles:\n- {name: a, products: [A]}\n",
  ]

  /// One change: a piece put in, characters taken out, two lines exchanged, or a line doubled.
  private func mutated(_ text: String, _ random: inout SeededRandom) -> String {
    var scalars = Array(text.unicodeScalars)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    switch random.below(4) {
    case 0:
      scalars.insert(
        contentsOf: Self.pieces[random.below(Self.pieces.count)].unicodeScalars, at: random.below(scalars.count + 1))
    case 1:
      let start = random.below(scalars.count)
      scalars.removeSubrange(start..<min(scalars.count, start + 1 + random.below(20)))
    case 2:
      lines.swapAt(random.below(lines.count), random.below(lines.count))
      return lines.joined(separator: "\n")
    default:
      lines.insert(lines[random.below(lines.count)], at: random.below(lines.count + 1))
      return lines.joined(separator: "\n")
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
