"""Making and asking the graph: identifiers, records, writing, resolving, linking, checking, storing, querying."""
