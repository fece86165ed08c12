-- What a policy said, once for each that a night was published under, so that `xsell runs diff` can say which settings
-- made the difference. The manifest of a run names it by its hash.
create table xsell.policy (
  policy_hash text primary key,
  settings    jsonb not null
);
comment on table xsell.policy is 'Policies that nights were published under.';
comment on column xsell.policy.settings is
  'Setting → value as a policy file spells it: all that shape a result; what is secret is hidden.';
