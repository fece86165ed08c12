-- The cluster, by which a copy of a database in another one is told from it.
select system_identifier::text from pg_control_system()
