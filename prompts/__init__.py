"""Text only: one template per file for language models. Does not know: anybody.

The offline planner needs none; the folder is the leftmost link of the import contract.
"""
