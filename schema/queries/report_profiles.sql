-- By profile: what its clients bring a month on average, beside what is typical and ideal where each is compared. $1 bank.
select profile_id, profile_name, count(*) as clients, round(avg(monthly_income), 2) as monthly_income,
  round(avg(typical_income), 2) as typical_income, round(avg(ideal_income), 2) as ideal_income, sum(potential_income) as potential_income
from xsell.client_card
where bank_id = $1
group by profile_id, profile_name
order by count(*) desc, profile_id
