select bank_id::text, name::text, currency::text, locale::text from source.bank where bank_id = $1
