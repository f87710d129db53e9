SELECT 1 FROM source WHERE key = ?1;
