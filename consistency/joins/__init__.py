"""Joins between two clips: each kind a module, measured against a hard cut by `decide`."""
