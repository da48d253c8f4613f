"""Reads the finished HTML of a post into a `Memoir`: the year, its periods, what was achieved and what was learnt."""
