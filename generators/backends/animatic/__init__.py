"""The animatic generator: vector art of the plan, drawn on the CPU. Entry point: `backend.AnimaticBackend`."""
