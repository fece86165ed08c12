-- A conversation stands on one list: that of its live calls, else the one that it ended on. Its calls may have ended on several.
create or replace view xsell.conversation with (security_invoker = true) as
select c.conversation_id, c.bank_id, c.client_id,
  (array_agg(t.manager_id order by t.closed_on desc nulls first, t.trigger_id))[1] as manager_id,
  (array_agg(t.branch order by t.closed_on desc nulls first, t.trigger_id))[1] as branch, c.headline,
  c.raised_on, count(*)::integer as triggers,
  (count(*) filter (where t.closed_on is null))::integer as live_triggers,
  sum(t.priority order by t.trigger_id) filter (where t.closed_on is null) as priority,
  xsell.amount((sum(t.expected_income) filter (where t.closed_on is null))::bigint) as expected_income
from xsell.conversation_record c
join xsell.trigger_record t using (conversation_id)
group by c.conversation_id;
