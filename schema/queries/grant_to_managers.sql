-- Lets the role in the transaction's setting xsell.managers read what is its members' own, and answer calls. Who of them sees
-- what is decided by row: see the migration that names it.
do $$
declare
  managers text := quote_ident(current_setting('xsell.managers'));
begin
  execute 'grant usage on schema xsell, source to ' || managers;
  execute 'grant select on source.bank, source.manager, source.product to ' || managers;
  execute 'grant select on
    xsell.client_card, xsell.client_life, xsell.recommendation, xsell.stage_history, xsell.trigger, xsell.trigger_event,
    xsell.conversation, xsell.profile, xsell.profile_product, xsell.life_value, xsell.survival,
    xsell.client_result, xsell.client_standing, xsell.stage_change, xsell.trigger_record, xsell.event_record,
    xsell.conversation_record, xsell.qualification, xsell.absence, xsell.publication, xsell.cohort, xsell.profile_fact,
    xsell.profile_product_fact, xsell.life_value_fact, xsell.survival_fact,
    xsell.kind_name, xsell.status_name, xsell.driver_name to ' || managers;
  execute 'grant update (state, snoozed_until, refusal, closed_on, ask_on) on xsell.trigger_record to ' || managers;
  execute 'grant insert on xsell.event_record, xsell.qualification, xsell.absence to ' || managers;
  execute 'grant delete, update (until_date) on xsell.absence to ' || managers;
end $$
