"""Formulas of a post, which MathJax showed in Jekyll, become MathML that a browser shows by itself.

A pure function from HTML to HTML, on finished pages: the reader's own HTML stays what Jekyll's was.
"""

from pelican_memoir.formulas.typeset import Typeset, Unread, typeset

__all__ = ["Typeset", "Unread", "typeset"]
