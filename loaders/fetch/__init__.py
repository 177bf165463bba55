"""Fetching: UN documents by symbol, the UHRI export, UN INFO and IATI, one polite request at a time."""
