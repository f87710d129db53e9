-- with: policy_rows
SELECT count(*) AS row_count FROM policy_rows
