import Glibc
package import Policy

extension NightSettings {
  /// The policy's number of threads, or one a core.
  package var threadCount: Int { threads > 0 ? threads : max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
