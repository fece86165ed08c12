-- Lets the role in the transaction's setting xsell.managers read what is its members' own, and answer calls. Who of them sees
-- what is decided by row: see the migration that names it.
do $$
declare
  managers text := quote_ident(current_setting('xsell.managers'));
begin
  execute 'grant usage on schema xsell to ' || managers;
  -- Where these are another's, who has not let them be passed on, nothing is granted: managers_lack tells.
  execute 'grant usage on schema source to ' || managers;
  execute 'grant select on source.bank, source.manager, source.product to ' || managers;
  execute 'grant select on
    xsell.client_card, xsell.client_life, xsell.recommendation, xsell.stage_history, xsell.trigger, xsell.trigger_event,
    xsell.conversation, xsell.profile, xsell.profile_product, xsell.life_value, xsell.survival,
    xsell.client_result, xsell.client_standing, xsell.stage_change, xsell.trigger_record, xsell.event_record,
    xsell.conversation_record, xsell.qualification, xsell.absence, xsell.publication, xsell.cohort, xsell.profile_fact,
    xsell.profile_product_fact, xsell.life_value_fact, xsell.survival_fact,
    xsell.kind_name, xsell.status_name, xsell.driver_name, xsell.migration to ' || managers;
  execute 'grant insert (bank_id, manager_id, from_date, until_date, deputy_id, noted_by), delete, update (until_date)
    on xsell.absence to ' || managers;
  execute 'grant execute on function xsell.hold_call, xsell.answer_call, xsell.qualify_call, xsell.numbered_client,
    xsell.named_client, xsell.income_by_month to ' || managers;
end $$
