-- Fresh statistics: without them the views' arrays are planned (and compiled) for far too many rows.
analyze xsell.client_result, xsell.client_standing, xsell.profile_fact, xsell.profile_product_fact, xsell.cohort, xsell.life_value_fact, xsell.survival_fact, xsell.trigger_record
