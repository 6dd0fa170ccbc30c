"""Embedders and optical flows that need weights; the only part of this folder that imports torch."""
