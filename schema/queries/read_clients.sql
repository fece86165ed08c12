-- One row a client, ascending: the facts of the snapshot. A manager who is gone or inactive is no manager;
-- looked up, not joined: the planner takes sound clients for few and would pair each with every manager.
-- Under a sample (xsell.sample_share in 1/1024 of the clients, by a hash of the key) the others are left out.
select c.client_id,
  c.client_no,
  case when c.manager_id in (select m.manager_id from ({{faults_manager}}) m where m.active and m.fault is null)
    then c.manager_id end as manager_id,
  c.region,
  c.industry,
  c.legal_form,
  c.opened_on,
  case when c.closed_on <= (select current_setting('xsell.as_of')::date) then c.closed_on end as closed_on,
  (round(c.annual_turnover, 2) * 100)::bigint as annual_turnover,
  c.contact_allowed,
  (hashint8extended(c.client_id, 0) & 1023)::integer as sample_place
from ({{faults_client}}) c
where c.fault is null
  and {{in_sample}}
order by c.client_id
