"""Benchmarks: what reading costs, against Pelican's own reader, in interleaved runs of one process."""
