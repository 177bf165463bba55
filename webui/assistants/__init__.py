"""What assistants may ask of a build: the questions, the search, links and their explanations, citations. Read-only."""
