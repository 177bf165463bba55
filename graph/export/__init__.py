"""Exports: documents that people would send."""
