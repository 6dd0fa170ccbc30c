"""Backends over Hugging Face diffusers; torch is loaded by their modules, never by importing this package."""
