SELECT listing, min(key) FROM program GROUP BY listing;
