-- What award files ask first: whether there is a total that stands in for an award. Tables bring some too.
INSERT INTO meta (name, value)
SELECT 'award_totals', '1'
WHERE EXISTS (SELECT 1 FROM temp.origin o WHERE o.table_name = 'award_action' AND o.row_key GLOB '*.total')
ON CONFLICT (name) DO NOTHING;
