"""Concluding observations of the treaty bodies: PDF and Word."""
