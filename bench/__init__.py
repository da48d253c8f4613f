"""Benchmarks: what reading and whole builds cost, beside others on the same posts, in interleaved runs."""
