"""Reading sources: each loader knows one format and yields records, nothing else."""
