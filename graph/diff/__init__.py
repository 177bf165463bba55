"""What changed between two builds, in words: texts, positions, links, groups, programmes, decisions, files."""
