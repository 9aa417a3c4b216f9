"""What test/bench/annotate.py is made of."""
