-- Tonight's calls, before the triggers that they are made of. $1 ids, $2 bank, $3 clients, $4 date, $5 headlines. What is
-- found on a further run of the date joins the headline.
insert into xsell.conversation_record (conversation_id, bank_id, client_id, raised_on, headline)
select c.conversation_id, $2, c.client_id, $4, c.headline
from unnest($1::uuid[], $3::bigint[], $5::text[]) as c(conversation_id, client_id, headline)
on conflict (conversation_id) do update set headline = conversation_record.headline || '; ' || excluded.headline
