"""How Jekyll writes a blog: front matter, fields, excerpts, file names and permalinks, as pure functions."""
