"""Reads a blog's posts as a careful editor would, and tells what should be looked at."""
