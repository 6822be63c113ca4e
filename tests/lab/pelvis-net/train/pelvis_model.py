"""The network: small enough for a worker, plain layers only."""
import json

import numpy as np
import torch
import torch.nn as nn

# out, kernel, stride of each convolution
LAYERS = [(16, 5, 2), (32, 3, 2), (48, 3, 2), (64, 3, 1), (80, 3, 2), (32, 1, 1)]
HIDDEN = 72


class PelvisNet(nn.Module):
    def __init__(self, outputs, extra):
        """outputs: how many values with a spread; extra: further values that only help training."""
        super().__init__()
        convs, channels = [], 3
        for out, kernel, stride in LAYERS:
            convs += [nn.Conv2d(channels, out, kernel, stride, kernel // 2, bias=False), nn.BatchNorm2d(out), nn.ReLU()]
            channels = out
        self.features = nn.Sequential(*convs)
        self.drop = nn.Dropout(0.25)
        self.hidden = nn.Linear(channels * 36, HIDDEN)
        self.out = nn.Linear(HIDDEN, 2 * outputs + extra)
        self.outputs = outputs

    def forward(self, x):
        f = self.features(x).permute(0, 2, 3, 1).flatten(1)  # rows, columns, channels: as tfjs flattens
        return self.out(torch.relu(self.hidden(self.drop(f))))


def read_model(model):
    """An exported model (its path without ending): its card, and of each layer what it is, its weights and its biases."""
    card = json.load(open(model + ".json"))
    numbers = np.frombuffer(open(model + ".bin", "rb").read(), "<f2")
    parts, at = [], 0
    for about in card["layers"]:
        size = int(np.prod(about["shape"]))
        parts.append((about, numbers[at : at + size].reshape(about["shape"]), numbers[at + size : at + size + about["shape"][-1]]))
        at += size + about["shape"][-1]
    return card, parts
