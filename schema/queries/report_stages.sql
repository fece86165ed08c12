-- Clients and their income by stage; null = it cannot be said. $1 bank.
select stage, count(*) as clients, sum(monthly_income) as monthly_income
from xsell.client_card
where bank_id = $1
group by stage
