-- Whether the caller is shown the calls of a desk: $1 bank, $2 manager; null = the queue of branch $3.
select xsell.sees_every_client() or case
  when $2::bigint is null then exists (select from xsell.queues() q where q.bank_id = $1 and q.branch = $3)
  else exists (select from xsell.desks() d where d.bank_id = $1 and d.manager_id = $2)
end as sees
