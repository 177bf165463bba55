"""The language of programmes' texts: agencies rarely tell it, and texts of one file differ."""

from loaders.documents.language import KNOWN, language, voted

__all__ = ["KNOWN", "language", "voted"]
