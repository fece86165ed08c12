-- What clients are worth over their life, by profile, region and industry, and the bank's own row first. $1 bank.
select dimension, name, clients, mean_monthly_income, top_fifth_share, expected_months, life_value, acquisition_cost
from xsell.life_value
where bank_id = $1
order by array_position(array['bank', 'profile', 'region', 'industry'], dimension), clients desc, key collate "C"
