"""The viewer's pages, a small blueprint each."""
