"""Trains a small network on handwritten digits with PyTorch: python train_torch.py config.yaml [--seed 1 --output runs/x]"""

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch
import yaml
from torch import nn

import digits
from loggers import open_logger


def read_config(path):
    text = Path(path).read_text(encoding="utf-8")
    return json.loads(text) if path.endswith(".json") else yaml.safe_load(text)


def network(width, dropout):
    return nn.Sequential(
        nn.Linear(64, width), nn.ReLU(), nn.Dropout(dropout), nn.Linear(width, width), nn.ReLU(), nn.Dropout(dropout), nn.Linear(width, 10)
    )


def optimizer_for(model, config):
    kind = torch.optim.Adam if config.get("optimizer", "sgd") == "adam" else torch.optim.SGD
    return kind(model.parameters(), lr=config["learning_rate"], weight_decay=config.get("weight_decay", 0.0))


def cross_entropy(logits, y, config):
    if config.get("loss") == "two_steps":
        return -torch.log(torch.softmax(logits, 1)).gather(1, y[:, None]).mean()
    return nn.functional.cross_entropy(logits, y)


@torch.no_grad()
def evaluate(model, x, y, config):
    model.eval()
    logits = model(x)
    return {"loss": cross_entropy(logits, y, config).item(), "acc": (logits.argmax(1) == y).float().mean().item()}


def train(config, seed, output):
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    data = digits.load(config["data"]["train"], config["data"]["validation"], config["data"].get("label_noise", 0.0), seed)
    x, y, x_val, y_val = map(torch.from_numpy, map(np.ascontiguousarray, data))
    model = network(config["model"]["width"], config["model"].get("dropout", 0.0))
    optimizer = optimizer_for(model, config)
    epochs, batch = config.get("epochs") or config["num_train_epochs"], config["batch_size"]
    steps = -(-len(x) // batch)
    logger, step = open_logger(config["logger"], output, epochs, steps, config["learning_rate"]), 0
    for epoch in range(1, epochs + 1):
        started = time.perf_counter()
        model.train()
        for rows in torch.randperm(len(x)).split(batch):
            loss = cross_entropy(model(x[rows]), y[rows], config)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            logger.step(epoch, step, loss.item())
            step += 1
        results = evaluate(model, x, y, config), evaluate(model, x_val, y_val, config)
        logger.epoch(epoch, step, *results, time.perf_counter() - started)
    logger.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("config")
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--output", default=None)
    arguments = parser.parse_args()
    settings = read_config(arguments.config)
    train(settings, arguments.seed if arguments.seed is not None else settings.get("seed", 0), arguments.output or settings["output_dir"])
