(hashint8extended(c.client_id, 0) & 1023) < (select current_setting('xsell.sample_share')::bigint)
