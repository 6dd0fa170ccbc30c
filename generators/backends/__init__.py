"""Implementations of the generator protocols; none of them knows another."""
