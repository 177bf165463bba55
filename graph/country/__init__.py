"""The country sheet: what people note of the persons, bodies, papers and days around a State's reviews."""
