import ArgumentParser

struct ManagerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manager",
    abstract: "Notes when a manager is away, and who takes the calls.",
    discussion: """
      From the next night on the calls of an absent manager stand on the deputy's list, or in the branch's queue; \
      when the absence is over they come back.

      Examples:
        xsell manager absent "Anna Petrova" --from 2026-07-06 --until 2026-07-17 \\
            --deputy 18
        xsell manager back "Anna Petrova" --on 2026-07-13
      """,
    subcommands: [ManagerAbsentCommand.self, ManagerBackCommand.self])
}
