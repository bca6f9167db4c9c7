"""Trains a small network on handwritten digits with Keras: python train.py"""

import os
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "torch")

import keras

import digits

EPOCHS = 80
BATCH_SIZE = 32
OUTPUT = Path("runs/keras")


def build(width=128):
    model = keras.Sequential(
        [
            keras.layers.Input((64,)),
            keras.layers.Dense(width, activation="relu"),
            keras.layers.Dense(width, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.001), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def main():
    keras.utils.set_random_seed(0)
    OUTPUT.mkdir(parents=True, exist_ok=True)
    x, y, x_val, y_val = digits.load(train_size=500, validation_size=400, label_noise=0.05)
    build().fit(
        x,
        y,
        epochs=EPOCHS,
        batch_size=BATCH_SIZE,
        validation_data=(x_val, y_val),
        callbacks=[keras.callbacks.CSVLogger(OUTPUT / "training.csv")],
    )


if __name__ == "__main__":
    main()
