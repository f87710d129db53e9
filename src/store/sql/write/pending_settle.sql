-- Awards of recipients that became known at the end of the import: of several that whose record holds (award_change.sql), else
-- the first key, so that their order in the files does not matter.
UPDATE award
SET jurisdiction_key = (SELECT substr(min(((r.name, r.uei) <> (award.recipient_name, ifnull(award.recipient_uei, ''))) || r.jurisdiction_key), 2)
                        FROM temp.pending p
                        JOIN temp.recipient r ON r.id = p.recipient_id
                        WHERE p.award_key = award.key AND r.jurisdiction_key IS NOT NULL)
WHERE jurisdiction_key IS NULL
  AND key IN (SELECT p.award_key FROM temp.pending p JOIN temp.recipient r ON r.id = p.recipient_id
              WHERE r.jurisdiction_key IS NOT NULL);
