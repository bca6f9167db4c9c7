"""Five folds of one cross-validation with Keras: python train_folds.py"""

import os
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "torch")

import keras
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import KFold

from train import build

OUTPUT = Path("runs/folds")


def main():
    images, labels = load_digits(return_X_y=True)
    images, labels = (images[:700] / 16.0).astype("float32"), labels[:700]
    rng = np.random.default_rng(0)
    labels = np.where(rng.random(len(labels)) < 0.08, rng.integers(0, 10, len(labels)), labels)
    for fold, (rows, held_out) in enumerate(KFold(5, shuffle=True, random_state=0).split(images), start=1):
        keras.utils.set_random_seed(fold)
        folder = OUTPUT / f"fold_{fold}"
        folder.mkdir(parents=True, exist_ok=True)
        build(64).fit(
            images[rows],
            labels[rows],
            epochs=60,
            batch_size=32,
            validation_data=(images[held_out], labels[held_out]),
            callbacks=[keras.callbacks.CSVLogger(folder / "training.csv")],
            verbose=0,
        )


if __name__ == "__main__":
    main()
