create temporary table trigger_stage (like xsell.trigger_record including defaults) on commit drop
