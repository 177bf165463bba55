"""Mid-term reports: what a State (or anybody else) says between two reviews of each recommendation."""
