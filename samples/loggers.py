"""One logger for each shape of log that people have: a print loop, sparse CSV, JSON Lines, a trainer state."""

import json
from pathlib import Path


class PrintLoop:
    """`Epoch 3/100 | train loss 0.41 | val loss 0.52 | val acc 0.87 | 0.2s`, as in a thousand scripts."""

    def __init__(self, folder, epochs, steps):
        self.file = open(folder / "train.log", "w", encoding="utf-8")
        self.epochs = epochs
        print(f"Training for {epochs} epochs, {steps} steps each", file=self.file)

    def step(self, epoch, step, loss):
        pass

    def epoch(self, epoch, step, train, validation, seconds):
        print(
            f"Epoch {epoch}/{self.epochs} | train loss {train['loss']:.4f} | train acc {train['acc']:.4f}"
            f" | val loss {validation['loss']:.4f} | val acc {validation['acc']:.4f} | {seconds:.1f}s",
            file=self.file,
        )

    def close(self):
        print("Done.", file=self.file)
        self.file.close()


class SparseCsv:
    """Training and validation on different rows, empty cells between them, as Lightning's CSVLogger writes."""

    COLUMNS = ["epoch", "step", "train_loss", "val_loss", "val_acc"]

    def __init__(self, folder, epochs, steps):
        self.file = open(folder / "metrics.csv", "w", encoding="utf-8")
        print(",".join(self.COLUMNS), file=self.file)

    def _row(self, **cells):
        print(",".join(str(cells.get(name, "")) for name in self.COLUMNS), file=self.file)

    def step(self, epoch, step, loss):
        if step % 10 == 9:
            self._row(epoch=epoch - 1, step=step, train_loss=loss)

    def epoch(self, epoch, step, train, validation, seconds):
        self._row(epoch=epoch - 1, step=step - 1, val_loss=validation["loss"], val_acc=validation["acc"])

    def close(self):
        self.file.close()


class JsonLines:
    """One object per epoch."""

    def __init__(self, folder, epochs, steps):
        self.file = open(folder / "metrics.jsonl", "w", encoding="utf-8")

    def step(self, epoch, step, loss):
        pass

    def epoch(self, epoch, step, train, validation, seconds):
        row = {"epoch": epoch, "step": step, "train/loss": train["loss"], "train/acc": train["acc"]}
        row |= {"val/loss": validation["loss"], "val/acc": validation["acc"], "seconds": round(seconds, 3)}
        print(json.dumps(row), file=self.file)

    def close(self):
        self.file.close()


class TrainerState:
    """The `trainer_state.json` of Hugging Face's Trainer: one list, training and evaluation entries mixed."""

    def __init__(self, folder, epochs, steps):
        self.path = folder / "trainer_state.json"
        self.state = {
            "best_metric": None,
            "epoch": 0.0,
            "global_step": 0,
            "is_local_process_zero": True,
            "log_history": [],
            "logging_steps": 10,
            "max_steps": epochs * steps,
            "num_train_epochs": epochs,
        }
        self.steps = steps

    def step(self, epoch, step, loss):
        if step % 10 == 9:
            place = {"epoch": round((step + 1) / self.steps, 4), "step": step + 1}
            self.state["log_history"].append(place | {"loss": round(loss, 4), "learning_rate": self.rate})

    def epoch(self, epoch, step, train, validation, seconds):
        entry = {"epoch": float(epoch), "step": step, "eval_loss": round(validation["loss"], 5)}
        entry |= {"eval_accuracy": round(validation["acc"], 5), "eval_runtime": round(seconds, 4)}
        self.state["log_history"].append(entry)
        self.state |= {"epoch": float(epoch), "global_step": step}

    def close(self):
        self.path.write_text(json.dumps(self.state, indent=2) + "\n", encoding="utf-8")


LOGGERS = {"print": PrintLoop, "csv": SparseCsv, "jsonl": JsonLines, "trainer_state": TrainerState}


def open_logger(kind, folder, epochs, steps, rate):
    """The logger of that kind, writing into `folder`, which is made where it is missing."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    logger = LOGGERS[kind](folder, epochs, steps)
    logger.rate = rate
    return logger
