-- Triggers best first: a branch's queue ($1 bank, $2 branch; live ones only), or whatever lies between two identifiers
-- ($3, $4); $5 at most so many, or null.
select b.name as bank_name, b.currency, b.locale, m.full_name as manager_name, t.*
from (
  {{listed_trigger}}
  where case
      when $3::uuid is null
        then t.bank_id = $1::text and t.manager_id is null and t.branch = $2::text
          and t.state in ('open', 'accepted', 'snoozed')
      else t.trigger_id between $3 and $4::uuid
    end
) t
join ({{known_banks}}) b on b.bank_id = t.bank_id
left join ({{known_managers}}) m on m.bank_id = t.bank_id and m.manager_id = t.manager_id
order by t.trigger_kind = 'retain' desc, t.priority desc, t.trigger_id
limit $5
