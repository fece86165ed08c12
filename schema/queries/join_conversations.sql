-- Calls that the date has already, on a further run of it: what is found now joins the headline. $1 ids, $2 headlines.
update xsell.conversation_record r set headline = r.headline || '; ' || c.headline
from unnest($1::uuid[], $2::text[]) as c(conversation_id, headline)
where r.conversation_id = c.conversation_id
returning r.conversation_id::text
