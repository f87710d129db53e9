population_2020 DESC NULLS LAST, key
