"""Moves a Jekyll blog to Pelican: read the blog, plan the new site, write it, report what came of everything."""
