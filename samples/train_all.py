"""Trains everything in this folder again, one after the other: python train_all.py

The console log of train.py is taken through a pseudo-terminal, so that it has the progress
bars that people see. Needs Linux or macOS for that one; everything else runs anywhere.
"""

import os
import pty
import subprocess
import sys
from pathlib import Path


def run(*arguments):
    print("$ python", *arguments, flush=True)
    subprocess.run([sys.executable, *arguments], check=True)


def run_on_terminal(script, log):
    """Runs a script on a pseudo-terminal and keeps every byte it shows."""
    print("$ python", script, ">", log, flush=True)
    log.parent.mkdir(parents=True, exist_ok=True)
    with open(log, "wb") as file:

        def keep(descriptor):
            data = os.read(descriptor, 1 << 16)
            file.write(data)
            return data

        if pty.spawn([sys.executable, script], keep):
            raise SystemExit(f"{script} failed")


if __name__ == "__main__":
    os.chdir(Path(__file__).parent)
    run("train_torch.py", "config.yaml")
    for name in ["converge.yaml", "short.json", "diverge.yaml", "slow.yaml", "noisy.yaml"]:
        run("train_torch.py", f"configs/{name}")
    for seed in ["0", "1", "2"]:
        run("train_torch.py", "configs/seeds.json", "--seed", seed, "--output", f"runs/seeds/seed_{seed}")
    run_on_terminal("train.py", Path("runs/keras/console.log"))
    run("train_folds.py")
