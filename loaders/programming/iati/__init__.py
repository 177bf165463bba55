"""IATI: activities that aid organisations publish in one XML standard, of version 2."""
