-- What became of the triggers of the last days, by kind: those raised or ended since $2, exclusive. $1 bank.
select kind,
  count(*) filter (where raised_on > $2) as raised,
  count(*) filter (where state in ('open', 'accepted', 'snoozed')) as live,
  count(*) filter (where state = 'won' and closed_on > $2) as won,
  count(*) filter (where state = 'lost' and closed_on > $2) as lost,
  count(*) filter (where state = 'declined' and closed_on > $2) as declined,
  count(*) filter (where state = 'expired' and closed_on > $2) as expired,
  count(*) filter (where state = 'withdrawn' and closed_on > $2) as withdrawn
from xsell.trigger_record
where bank_id = $1
group by kind
order by kind collate "C"
