-- What is known of a trigger by the check-list: of each item the latest line. $1 trigger.
select distinct on (item) item, answer, note
from xsell.qualification
where trigger_id = $1
order by item, note_id desc
