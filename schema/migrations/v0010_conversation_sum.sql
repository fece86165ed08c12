-- Sums of floating-point numbers depend on the order of adding: by trigger, so that a conversation's priority, by which the
-- worklist is sorted, is the same to the bit wherever its rows stand.
create or replace view xsell.conversation with (security_invoker = true) as
select c.conversation_id, c.bank_id, c.client_id, max(t.manager_id) as manager_id, max(t.branch) as branch, c.headline,
  c.raised_on, count(*)::integer as triggers,
  (count(*) filter (where t.closed_on is null))::integer as live_triggers,
  sum(t.priority order by t.trigger_id) filter (where t.closed_on is null) as priority,
  xsell.amount((sum(t.expected_income) filter (where t.closed_on is null))::bigint) as expected_income
from xsell.conversation_record c
join xsell.trigger_record t using (conversation_id)
group by c.conversation_id;
