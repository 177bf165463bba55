"""How good links are: ranking against OHCHR's and States' own lists, labelled pairs, people's codes, speed."""
