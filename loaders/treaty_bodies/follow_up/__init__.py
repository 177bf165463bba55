"""How committees grade the follow-up to their concluding observations: letters and progress reports."""
