-- A UUID (version 8) of what decides a result.
select (substr(h, 1, 12) || '8' || substr(h, 14, 3) || '8' || substr(h, 18, 15))::uuid::text
from encode(sha256(convert_to($1, 'UTF8')), 'hex') as h
