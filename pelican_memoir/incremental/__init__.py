"""Pages are written where something that they show has changed; all others are left as they lie.

While a page is rendered, `looks` notes what its templates look at: names of the context, and content. `fingerprints`
turns those into one digest, and `records` keeps it. In the next build the digest of the same names and the same
content says, before anything is rendered, whether the page would come out the same. What cannot be known is rendered,
as always; and a page that comes out as it lies there is not written, so its time of change stays. `fragments` renders
once what many pages show alike.
"""
