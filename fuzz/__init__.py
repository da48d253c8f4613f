"""Coverage-guided fuzzing: one target a file, each with seeds and a dictionary of its own. See `README.md`."""
