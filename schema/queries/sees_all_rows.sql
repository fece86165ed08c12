-- Whether row-level security does not concern the connection's role, as it does not concern the owner: else a night might decide
-- from some rows only, and could not write by COPY.
select not row_security_active('xsell.trigger_record') as sees_all_rows
