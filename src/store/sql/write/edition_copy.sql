-- Rows get their integer ids, which live only in this edition, in this order.
INSERT INTO main.{table} ({columns})
SELECT {columns} FROM register.{table} ORDER BY {order};
