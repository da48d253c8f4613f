"""`pelican-memoir pictures`: how large pictures from elsewhere are is asked once, and kept in a file of the site."""
