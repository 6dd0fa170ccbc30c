"""The code that does the jobs, imported in the worker processes only. Does not know: what is current."""
