-- A manager will be away. $1 bank, $2 manager, $3 first day, $4 last day or null, $5 deputy or null, $6 who says so.
insert into xsell.absence (bank_id, manager_id, from_date, until_date, deputy_id, noted_by)
values ($1, $2, $3, $4, $5, coalesce($6, xsell.caller()))
