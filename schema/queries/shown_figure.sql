-- A figure of the ledger (f.value) in words for people: numbers rounded, of an input its rows.
select string_agg(
    case jsonb_typeof(i.item)
      when 'number' then trim_scale(round((i.item #>> '{}')::numeric, 3))::text
      when 'object' then coalesce(i.item ->> 'rows', i.item #>> '{}')
      else i.item #>> '{}'
    end, ', ' order by i.place) as shown
from jsonb_array_elements(
  case jsonb_typeof(f.value) when 'array' then f.value else jsonb_build_array(f.value) end)
  with ordinality as i(item, place)
