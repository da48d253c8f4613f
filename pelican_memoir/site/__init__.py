"""What spans posts: the timeline over all years, a memoir's neighbours, and the posts its periods saw.

Pure functions over the posts (`post.Post`); nothing here knows Pelican. `relations.relations` tells all that
one memoir has to do with the others, `timeline.timeline` joins the years.
"""
