-- A call to renew says how many of the client's accounts of the product mature that day, and how many are open: its income is
-- that of the former. Calls of before do not.
create or replace function xsell.reason(stored json) returns jsonb language plpgsql immutable parallel safe as $$
declare
  v jsonb := stored;
  r jsonb;
begin
  if jsonb_typeof(v) = 'object' then return v; end if;
  r := jsonb_build_object('probability', v -> 1, 'value', v -> 2, 'context', v -> 3, 'lever', v -> 4, 'conversion', v -> 5,
    'conversion_by', jsonb_build_object(
      'kind', v -> 6 -> 0, 'product', v -> 6 -> 1, 'profile', v -> 6 -> 2, 'manager', v -> 6 -> 3),
    'stage', v -> 7);
  case (v -> 0)::integer
    when 1 then return r || jsonb_build_object('basis', v -> 8, 'horizon_months', v -> 9, 'cohort_level', v -> 10,
      'profile_id', v -> 11, 'profile', v -> 12, 'pinned', v -> 13, 'median_income', v -> 14, 'reference_members', v -> 15,
      'reference_holders', v -> 16, 'penetration', v -> 17, 'typical_income', v -> 18, 'income_low', v -> 19,
      'income_high', v -> 20);
    when 2 then return r || jsonb_build_object('monthly_income', v -> 8, 'usual_income', v -> 9, 'measure', v -> 10,
      'fell_by', v -> 11, 'compared_with', v -> 12, 'since', v -> 13, 'silent_months', v -> 14,
      'product', v -> 15, 'ended_on', v -> 16);
    when 3 then return r || jsonb_build_object('since', v -> 8, 'usual_income', v -> 9, 'silent_months', v -> 10);
    when 4 then return r || jsonb_build_object('since', v -> 8, 'typical_income', v -> 9, 'products', v -> 10);
    when 5 then return r || jsonb_build_object('since', v -> 8, 'typical_income', v -> 9, 'monthly_income', v -> 10);
    when 6 then return r || jsonb_build_object('since', v -> 8, 'typical_income', v -> 9, 'monthly_income', v -> 10,
      'maturing_accounts', v -> 11, 'open_accounts', v -> 12);
    else return r;
  end case;
end $$;
