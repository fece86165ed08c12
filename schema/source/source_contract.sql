-- The source contract: what a bank supplies. Tables here, views over the bank's warehouse are as good.
-- Every key starts with bank_id and everything joins on keys inside one bank, so that the relations can be
-- distributed by bank and client. The keys below are what the contract promises; rows that a constraint cannot
-- judge (orphans, dates out of order) are found by `xsell check`.
create schema if not exists source;

create table if not exists source.bank (
  bank_id  text not null primary key,
  name     text not null,
  currency char(3) not null,
  locale   text not null
);
comment on table source.bank is 'The banks of the group.';
comment on column source.bank.bank_id is 'Key of the bank.';
comment on column source.bank.name is 'Name of the bank as people know it.';
comment on column source.bank.currency is 'ISO 4217 code of the currency in which every amount of this bank is kept.';
comment on column source.bank.locale is 'Language managers are addressed in, such as en, ru or ru_RU.';

create table if not exists source.manager (
  bank_id    text not null,
  manager_id bigint not null,
  full_name  text not null,
  branch     text not null,
  login      text,
  active     boolean not null,
  primary key (bank_id, manager_id)
);
comment on table source.manager is 'Personal managers of clients.';
comment on column source.manager.bank_id is 'Bank.';
comment on column source.manager.manager_id is 'Key of the manager inside the bank.';
comment on column source.manager.full_name is 'Name.';
comment on column source.manager.branch is 'Branch the manager works for.';
comment on column source.manager.login is 'Database role of the manager; null where managers have no database access.';
comment on column source.manager.active is 'False once the manager no longer works with clients; takes no new triggers.';

create table if not exists source.client (
  bank_id         text not null,
  client_id       bigint not null,
  client_no       text not null,
  name            text not null,
  region          text,
  industry        text,
  legal_form      text,
  manager_id      bigint,
  opened_on       date,
  closed_on       date,
  annual_turnover numeric,
  contact_allowed boolean not null,
  attributes      jsonb,
  primary key (bank_id, client_id),
  unique (bank_id, client_no)
);
comment on table source.client is 'Small and medium business clients, those who left included.';
comment on column source.client.bank_id is 'Bank.';
comment on column source.client.client_id is 'Key of the client inside the bank.';
comment on column source.client.client_no is 'What people type: tax or CIF number, unique in the bank.';
comment on column source.client.name is 'Name of the business.';
comment on column source.client.region is 'Region; null = unknown.';
comment on column source.client.industry is 'Line of business; null = unknown.';
comment on column source.client.legal_form is 'Legal form; null = unknown.';
comment on column source.client.manager_id is 'Personal manager; null = none.';
comment on column source.client.opened_on is 'First day with the bank; null = unknown.';
comment on column source.client.closed_on is 'First day no longer a client; null = is a client.';
comment on column source.client.annual_turnover is 'Turnover of the business a year, in the bank''s currency; null = unknown.';
comment on column source.client.contact_allowed is 'Whether the client may be approached with offers.';
comment on column source.client.attributes is
  'Further facts, one flat object: numbers are quantities, strings and booleans are categories; null = none.';

create table if not exists source.product (
  bank_id      text not null,
  product_code text not null,
  name         text not null,
  family       text not null,
  income_kind  text not null,
  sellable     boolean not null,
  requires     text[] not null default '{}',
  excludes     text[] not null default '{}',
  primary key (bank_id, product_code)
);
comment on table source.product is 'The SME product line.';
comment on column source.product.bank_id is 'Bank.';
comment on column source.product.product_code is 'Key of the product inside the bank.';
comment on column source.product.name is 'Name as managers know it.';
comment on column source.product.family is 'Group of like products.';
comment on column source.product.income_kind is 'interest, fee, fx or other.';
comment on column source.product.sellable is 'Whether it may be offered today.';
comment on column source.product.requires is 'Product codes a client must hold first.';
comment on column source.product.excludes is 'Product codes a client must not hold beside it.';

create table if not exists source.account (
  bank_id      text not null,
  account_id   bigint not null,
  client_id    bigint not null,
  product_code text not null,
  opened_on    date,
  closed_on    date,
  matures_on   date,
  primary key (bank_id, account_id)
);
create index if not exists account_by_client on source.account (bank_id, client_id);
comment on table source.account is 'Accounts and contracts: who holds which product since when, closed ones included.';
comment on column source.account.bank_id is 'Bank.';
comment on column source.account.account_id is 'Key of the account inside the bank.';
comment on column source.account.client_id is 'Client that holds it.';
comment on column source.account.product_code is 'Product it is of.';
comment on column source.account.opened_on is 'First day; null = unknown, held for as long as is known.';
comment on column source.account.closed_on is 'First day no longer open; null = open.';
comment on column source.account.matures_on is 'Day a dated product (loan, deposit, guarantee) ends by contract; null = undated.';

create table if not exists source.product_month (
  bank_id      text not null,
  client_id    bigint not null,
  product_code text not null,
  month        date not null,
  income       numeric(16,2) not null,
  operations   integer not null,
  primary key (bank_id, client_id, product_code, month)
);
comment on table source.product_month is 'What each product of each client earned the bank, month by month; a month without a row is zero.';
comment on column source.product_month.bank_id is 'Bank.';
comment on column source.product_month.client_id is 'Client.';
comment on column source.product_month.product_code is 'Product.';
comment on column source.product_month.month is 'First day of the month.';
comment on column source.product_month.income is 'Income of the bank in that month, in the bank''s currency; corrections may be negative.';
comment on column source.product_month.operations is 'Client''s operations on the product in that month.';

create table if not exists source.load (
  bank_id       text not null,
  business_date date not null,
  relation      text not null,
  row_count     bigint not null,
  finished_at   timestamptz not null,
  primary key (bank_id, business_date, relation)
);
comment on table source.load is 'The warehouse''s own note that a relation is complete for a business date.';
comment on column source.load.bank_id is 'Bank.';
comment on column source.load.business_date is 'Date the data speak of.';
comment on column source.load.relation is 'Name of the relation, without schema.';
comment on column source.load.row_count is 'Rows of the bank in that relation.';
comment on column source.load.finished_at is 'When the load ended.';
