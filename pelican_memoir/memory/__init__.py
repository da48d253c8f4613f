"""What was made of a post is remembered from build to build, by all that it was made from."""
