-- Share of clients that stay, by month: of the bank, then of its industries, then of its narrower cohorts, the largest of
-- either first. $1 bank; $2 how many of them; $3 months.
with cohort as (
  select h.cohort_id, h.name, h.members,
    row_number() over (order by h.level = 'bank' desc, h.level <> 'bank × industry', h.members desc, h.cohort_id) as place
  from xsell.cohort h
  join xsell.survival_fact f using (bank_id, cohort_id)
  where h.bank_id = $1
)
select c.place, c.name as cohort, c.members, array_agg(s.survival order by s.month) as survival
from cohort c
join xsell.survival s on s.bank_id = $1 and s.cohort_id = c.cohort_id and s.month <= $3
where c.place <= $2
group by c.place, c.name, c.members
order by c.place
