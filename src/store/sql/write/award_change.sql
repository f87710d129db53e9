-- The award is there. Of two records that tell of it the one that the agency changed last holds; of two of one day the
-- one whose text sorts last, so that their order in the files does not matter. A jurisdiction that is known stays when a
-- record does not tell it.
UPDATE award
SET fain = ?2, program_key = ?3, jurisdiction_key = ifnull(?4, jurisdiction_key), recipient_name = ?5, recipient_uei = ?6,
    summary = ?8, modified_on = ?9, source_key = ?10
WHERE key = ?1
  AND (ifnull(?9, ''), ?5, ifnull(?6, ''), ?3, ifnull(?8, ''))
      >= (ifnull(modified_on, ''), recipient_name, ifnull(recipient_uei, ''), program_key, ifnull(summary, ''))
  AND (fain, program_key, jurisdiction_key, recipient_name, recipient_uei, summary, modified_on)
      IS NOT (?2, ?3, ifnull(?4, jurisdiction_key), ?5, ?6, ?8, ?9);
