"""Sound of a film: speech, music, effects, and the mix. Does not know: plans, shots, files of a run."""
