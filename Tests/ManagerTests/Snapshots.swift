/// What the commands print at 100 columns; a changed page is to be looked at, then recorded here.
enum Snapshots {
  static let card = ""
  static let cardRussian = ""
  static let cardOfLittle = ""
  static let whyNot = ""
  static let worklist = ""
  static let worklistRussian = ""
  static let trigger = ""
  static let profiles = ""
  static let profileRussian = ""
}
