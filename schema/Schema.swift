package enum Schema { package static let x = PackageResources.v0001_init_sql }
