"""The picture that a memoir is shared with: 1200 × 630 pixels, drawn when the site is built.

`draw` needs Pillow (`pelican-memoir[share]`); the rest is plain Python.
"""
