-- After the rows, which is quicker than with them.
alter table analyst.client_fact add primary key (client_id);
create index on analyst.recommendation_fact (client_id);
alter table analyst.trigger_fact add primary key (trigger_id);
-- The last word on "never twice".
create unique index on analyst.trigger_fact (client_id, coalesce(product_code, '')) where state in ('open', 'accepted', 'snoozed');
create index on analyst.trigger_fact (manager_id) where state in ('open', 'accepted', 'snoozed');
create index on analyst.event_fact (trigger_id);
alter table analyst.conversation_fact add primary key (conversation_id);
update analyst.run set finished_at = clock_timestamp();
analyze analyst.client_fact, analyst.recommendation_fact, analyst.trigger_fact, analyst.profile_product_fact;
