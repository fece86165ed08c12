-- Rows that differ from those the views show, or may.
create temporary table client_result_stage (like xsell.client_result including defaults) on commit drop
