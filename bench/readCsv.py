# Times one call of read_csv, the first in this process, on one core, and counts the values of some columns.
import json
import sys
import time

import pandas

try:
    pandas.set_option("mode.max_threads", 1)
except (KeyError, ValueError):
    pass  # older ones have one thread
path, *columns = sys.argv[1:]
start = time.perf_counter()
frame = pandas.read_csv(path)
seconds = time.perf_counter() - start
values = int(frame[columns].count().sum())
print(json.dumps({"milliseconds": 1000 * seconds, "values": values, "version": pandas.__version__}))
