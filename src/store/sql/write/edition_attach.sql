ATTACH ?1 AS register;
