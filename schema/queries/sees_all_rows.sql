-- Whether no row of the results is hidden from the connection's role: else a night would decide from some of them.
select not row_security_active('xsell.trigger_record') as sees_all_rows
