"""The languages that memoirs are written in, as data: `<code>.toml`, one file a language, with its own examples.

A language is added by adding a file; the code of `memoir` knows no word of any language.
"""

from pelican_memoir.languages.language import Language
from pelican_memoir.languages.loader import codes, examples, language, languages, patterns, with_numerals

__all__ = ["Language", "codes", "examples", "language", "languages", "patterns", "with_numerals"]
