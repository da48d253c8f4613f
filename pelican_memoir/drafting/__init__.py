"""Drafts a memoir from the blog itself: read the blog, lay its posts on the periods of the year, write the Markdown."""
