"""What the pages of one State show: its asks, documents, dates and programmes, each number with its list."""
