-- What the bank's rows were written with, 0 where that is unknown. After a look back no standing is taken as known: changes of
-- stage are then noted against the history, whatever the rows show.
select r.client_id, coalesce(r.result_content, 0), case when p.notes_stages then coalesce(r.content, 0) else 0 end,
  case when p.notes_stages and r.content is not null then coalesce(r.grounds, 0) else 0 end
from xsell.client_standing r
left join xsell.publication p using (bank_id)
where r.bank_id = current_setting('xsell.bank_id')
