/// `1 error`, `2 errors`: for messages, which are English.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
