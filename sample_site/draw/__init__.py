"""Draws the pictures of the sample blog."""
