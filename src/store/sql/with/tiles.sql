-- Where each state stands on a map of tiles of one size, by column and row, and what it is called.
tiles (state, tile_column, tile_row, name) AS (
    VALUES ('AK', 0, 0, said('Alaska')), ('ME', 10, 0, said('Maine')), ('VT', 9, 1, said('Vermont')),
           ('NH', 10, 1, said('New Hampshire')), ('WA', 0, 2, said('Washington')), ('ID', 1, 2, said('Idaho')),
           ('MT', 2, 2, said('Montana')), ('ND', 3, 2, said('North Dakota')), ('MN', 4, 2, said('Minnesota')),
           ('IL', 5, 2, said('Illinois')), ('WI', 6, 2, said('Wisconsin')), ('MI', 7, 2, said('Michigan')),
           ('NY', 8, 2, said('New York')), ('RI', 9, 2, said('Rhode Island')), ('MA', 10, 2, said('Massachusetts')),
           ('OR', 0, 3, said('Oregon')), ('NV', 1, 3, said('Nevada')), ('WY', 2, 3, said('Wyoming')),
           ('SD', 3, 3, said('South Dakota')), ('IA', 4, 3, said('Iowa')), ('IN', 5, 3, said('Indiana')),
           ('OH', 6, 3, said('Ohio')), ('PA', 7, 3, said('Pennsylvania')), ('NJ', 8, 3, said('New Jersey')),
           ('CT', 9, 3, said('Connecticut')), ('CA', 0, 4, said('California')), ('UT', 1, 4, said('Utah')),
           ('CO', 2, 4, said('Colorado')), ('NE', 3, 4, said('Nebraska')), ('MO', 4, 4, said('Missouri')),
           ('KY', 5, 4, said('Kentucky')), ('WV', 6, 4, said('West Virginia')), ('VA', 7, 4, said('Virginia')),
           ('MD', 8, 4, said('Maryland')), ('DE', 9, 4, said('Delaware')), ('AZ', 1, 5, said('Arizona')),
           ('NM', 2, 5, said('New Mexico')), ('KS', 3, 5, said('Kansas')), ('AR', 4, 5, said('Arkansas')),
           ('TN', 5, 5, said('Tennessee')), ('NC', 6, 5, said('North Carolina')), ('SC', 7, 5, said('South Carolina')),
           ('DC', 8, 5, said('District of Columbia')), ('OK', 3, 6, said('Oklahoma')), ('LA', 4, 6, said('Louisiana')),
           ('MS', 5, 6, said('Mississippi')), ('AL', 6, 6, said('Alabama')), ('GA', 7, 6, said('Georgia')),
           ('HI', 0, 7, said('Hawaii')), ('TX', 3, 7, said('Texas')), ('FL', 8, 7, said('Florida')),
           ('PR', 3, 8, said('Puerto Rico')), ('VI', 4, 8, said('U.S. Virgin Islands')), ('GU', 5, 8, said('Guam')),
           ('AS', 6, 8, said('American Samoa')), ('MP', 7, 8, said('Northern Mariana Islands'))
)
