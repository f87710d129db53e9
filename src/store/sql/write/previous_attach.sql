ATTACH ?1 AS previous;
