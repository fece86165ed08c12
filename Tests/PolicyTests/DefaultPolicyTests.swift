import DefaultPolicy
import Gaps
import IdealProfiles
import Testing
import Triggers

@testable import Policy

@Suite("The policy file that is built in documents the defaults")
struct DefaultPolicyTests {
  private let lines = DefaultPolicy.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)

  @Test("its values are the rooms' own defaults")
  func values() throws {
    let policy = try Policy.default
    #expect(policy.defaults.values == PolicySettings().values)
    #expect(policy == Policy())
  }

  @Test("every key stands in it, in the order of the table, under a comment with unit, default and reason")
  func comments() {
    let documented = documentedKeys()
    #expect(documented.map(\.path) == PolicyTable.keys.map { $0.path.joined(separator: ".") })
    for (key, entry) in zip(PolicyTable.keys, documented) {
      let start = "\(key.unit), default \(entry.value): "
      #expect(entry.comment.hasPrefix(start), "\(entry.path): \(entry.comment)")
      #expect(entry.comment.count > start.count + 10, "\(entry.path)")
    }
  }

  @Test("every key of a product rule and of a pinned profile stands in an example")
  func examples() {
    for name in PolicyTable.productRule.map(\.path[0]) + PolicyTable.pinnedProfile.map(\.path[0]) {
      #expect(lines.contains { $0.hasPrefix("# ") && $0.contains("\(name): ") }, "\(name)")
    }
  }

  @Test("the examples in its comments are valid")
  func validExamples() throws {
    var examples: [[String]] = []
    for (line, next) in zip(lines, lines.dropFirst()) {
      if line.hasSuffix("Example:") { examples.append([]) }
      if next.hasPrefix("#   "), !examples.isEmpty { examples[examples.count - 1].append(String(next.dropFirst(4))) }
    }
    #expect(examples.count == 3)
    for example in examples {
      let policy = try Policy.load(file: "example", text: example.joined(separator: "\n"))
      #expect(policy != Policy())
    }
  }

  @Test("every setting of every room has a key")
  func complete() {
    let settings = PolicySettings()
    let sections: [(String, Any)] = [
      ("check", settings.check), ("night", settings.night), ("cohorts", settings.cohorts),
      ("profiles", settings.profiles), ("profiles.mixture", settings.profiles.mixture), ("gaps", settings.gaps),
      ("potential", settings.potential), ("stages", settings.stages), ("rfm", settings.rfm),
      ("adoption", settings.adoption), ("adoption.transition_trees", settings.adoption.transitionTrees),
      ("adoption.holding_trees", settings.adoption.holdingTrees), ("triggers", settings.triggers),
      ("triggers.cool_down", settings.triggers.coolDown),
      ("triggers.kinds.offer", settings.triggers.window(.offer)),
      ("triggers.conversion", settings.triggers.conversion),
      ("triggers.qualification", settings.triggers.qualification),
    ]
    let known = Set(
      PolicyTable.keys.flatMap { key in key.path.indices.map { key.path[0...$0].joined(separator: ".") } })
    for (section, value) in sections {
      for label in Mirror(reflecting: value).children.compactMap(\.label) where label != "products" {
        #expect(known.contains("\(section).\(snakeCase(label))"), "\(section).\(snakeCase(label))")
      }
    }
  }

  private func snakeCase(_ label: String) -> String {
    label.reduce("") { $0 + ($1.isUppercase ? "_" : "") + $1.lowercased() }
  }

  private struct Documented {
    let path: String
    let value: String
    let comment: String
  }

  /// Keys with values, by plain text: indentation makes the path, the comment block right above is the key's.
  private func documentedKeys() -> [Documented] {
    var keys: [Documented] = []
    var sections: [String] = []
    var comment: [String] = []
    for line in lines {
      let text = line.drop { $0 == " " }
      guard !text.isEmpty, !text.hasPrefix("#") else {
        if text.isEmpty { comment = [] } else { comment.append(String(text.dropFirst(2))) }
        continue
      }
      let parts = text.split(separator: ":", maxSplits: 1)
      sections = sections.prefix((line.count - text.count) / 2) + [String(parts[0])]
      if parts.count == 2, !["products", "pinned_profiles", "banks"].contains(sections[0]) {
        let value = String(parts[1].drop { $0 == " " })
        keys.append(
          Documented(
            path: sections.joined(separator: "."), value: value, comment: comment.joined(separator: " ")))
      }
      comment = []
    }
    return keys
  }
}
