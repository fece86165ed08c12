-- Whose calls are answered, and whose run out unheard: of the conversations that stood on each list since $2, exclusive, those
-- raised since, answered by somebody, won, run out without an answer, and those that stand there now. One that has moved is the
-- list's that has, or had, it last. The worst first; $1 bank, $3 how many lists.
select m.full_name as manager_name, c.manager_id, c.branch, count(*) over () as desks,
  count(*) filter (where c.raised_on > $2) as raised,
  count(*) filter (where c.is_answered) as answered,
  count(*) filter (where c.is_won) as won,
  count(*) filter (where c.is_expired and not c.is_answered and not c.is_live) as unheard,
  count(*) filter (where c.is_live) as live,
  count(*) filter (where c.is_live and not c.is_answered) as waiting,
  min(c.raised_on) filter (where c.is_live and not c.is_answered) as waiting_since
from (
  select (array_agg(t.manager_id order by t.closed_on desc nulls first, t.trigger_id))[1] as manager_id,
    (array_agg(t.branch order by t.closed_on desc nulls first, t.trigger_id))[1] as branch, min(t.raised_on) as raised_on,
    bool_or(t.state in ('open', 'accepted', 'snoozed')) as is_live,
    bool_or(t.state = 'won') as is_won,
    bool_or(t.state = 'expired') as is_expired,
    bool_or(exists (select from xsell.event_record e where e.trigger_id = t.trigger_id and e.actor <> 'nightly'))
      as is_answered
  from xsell.trigger_record t
  where t.bank_id = $1 and (t.closed_on is null or t.closed_on > $2)
  group by t.conversation_id
) c
left join ({{known_managers}}) m on m.bank_id = $1 and m.manager_id = c.manager_id
group by c.manager_id, c.branch, m.full_name
order by unheard desc, waiting desc, c.manager_id, c.branch collate "C"
limit $3
