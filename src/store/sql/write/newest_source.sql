SELECT max(retrieved_on) FROM source;
