-- Awards of recipients that became known at the end of the import.
UPDATE award
SET jurisdiction_key = (SELECT r.jurisdiction_key
                        FROM temp.pending p JOIN temp.recipient r ON r.id = p.recipient_id
                        WHERE p.award_key = award.key AND r.jurisdiction_key IS NOT NULL)
WHERE jurisdiction_key IS NULL
  AND key IN (SELECT p.award_key FROM temp.pending p JOIN temp.recipient r ON r.id = p.recipient_id
              WHERE r.jurisdiction_key IS NOT NULL);
