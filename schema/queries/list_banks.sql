select bank_id from source.bank where bank_id is not null group by bank_id order by bank_id collate "C"
