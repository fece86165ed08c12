select bank_id, name, currency::text, locale from source.bank where bank_id = $1
