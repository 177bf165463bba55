"""Reports of special procedures on country visits, and the State's comments on them."""
