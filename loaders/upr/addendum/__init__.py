"""The addendum to a Working Group report: the State's views on what it was recommended."""
