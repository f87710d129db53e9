-- Awards of award files go whose number an editor's award with amounts has: see award_numbers.sql. One that an editor added
-- something to stays; check warns of it.
DROP TABLE IF EXISTS temp.yielding;
CREATE TEMP TABLE yielding AS
SELECT a.key, (SELECT count(*) FROM award_action x
               WHERE x.key > a.key || '.' AND x.key < a.key || '/' AND +x.award_key = a.key) AS actions
FROM award a
WHERE a.key >= 'asst-' AND a.key < 'asst.'
  AND (replace(upper(a.fain), '-', ''), a.program_key) IN (
          SELECT replace(upper(e.fain), '-', ''), e.program_key
          FROM award e
          WHERE (e.key < 'asst-' OR e.key >= 'asst.')
            AND e.key IN (SELECT award_key FROM award_action WHERE key < 'asst-' OR key >= 'asst.'))
  AND a.key NOT IN (SELECT award_key FROM award_action WHERE key < 'asst-' OR key >= 'asst.')
  AND a.key NOT IN (SELECT award_key FROM award_share)
  AND a.key NOT IN (SELECT row_key FROM citation WHERE table_name = 'award');

-- Keys of actions begin with their award's; so may those of an award whose own key does.
DELETE FROM award_action
WHERE key IN (SELECT x.key
              FROM temp.yielding y
              CROSS JOIN award_action x ON x.key > y.key || '.' AND x.key < y.key || '/' AND +x.award_key = y.key);
DELETE FROM award WHERE key IN (SELECT key FROM temp.yielding);
