"""Reads the scalars of an event file with TensorBoard's own loader, a few times; prints their number and the seconds."""

import sys
import time

try:
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
except ImportError:
    sys.exit(3)

path, rounds = sys.argv[1], int(sys.argv[2])
for _ in range(rounds):
    start = time.perf_counter()
    events = EventAccumulator(path, size_guidance={"scalars": 0}).Reload()
    seconds = time.perf_counter() - start
    print(sum(len(events.Scalars(tag)) for tag in events.Tags()["scalars"]), seconds)
