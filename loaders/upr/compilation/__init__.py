"""OHCHR's compilation of UN information: what UN bodies said, and the endnotes that say where."""
