"""The bundled example: three country stories as small files in the real formats.

Every fact is true and cited; every sentence is ours. The reports are excerpts told in our own words in the layout
of the documents whose symbols they carry, and say so on their first page. `python -m example.press` prints them.
"""
