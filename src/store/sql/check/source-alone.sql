-- One source retrieved years after all others: its date is that of the edition, and may be a slip.
WITH newest (key, day, n) AS (
    SELECT key, retrieved_on, count(*) FROM source WHERE retrieved_on = (SELECT max(retrieved_on) FROM source)
),
before (day) AS (SELECT max(retrieved_on) FROM source WHERE retrieved_on < (SELECT day FROM newest))
SELECT 'source', newest.key, 'retrieved_on', 'warning',
       newest.day || ' dates the edition, and no other source was retrieved after ' || before.day, newest.day
FROM newest, before
WHERE newest.n = 1 AND newest.day > date(before.day, '+2 years');
