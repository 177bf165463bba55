"""The country sheet: persons, bodies, papers and days around a State's reviews, filled in by people."""
