"""Programmes and recommendations held against each other: the matrix of a State, its coverage and its gaps."""
