"""The handwritten digits that ship inside scikit-learn, split the same way every time."""

import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


def load(train_size=1200, validation_size=400, label_noise=0.0, seed=0):
    """Training and validation images (64 numbers each, 0 to 1) and labels; `label_noise` is the share of wrong training labels."""
    images, labels = load_digits(return_X_y=True)
    images = (images / 16.0).astype("float32")
    x, x_val, y, y_val = train_test_split(
        images, labels, train_size=train_size, test_size=validation_size, random_state=seed, stratify=labels
    )
    if label_noise:
        rng = np.random.default_rng(seed)
        wrong = rng.random(len(y)) < label_noise
        y = np.where(wrong, rng.integers(0, 10, len(y)), y)
    return x, y.astype("int64"), x_val, y_val.astype("int64")
