-- Rows that differ from those the views show, or may.
create temporary table client_standing_stage (like xsell.client_standing including defaults) on commit drop
