-- with: claim_rows
SELECT count(*) AS row_count FROM claim_rows
