"""The pelvis network: small enough for a web worker, with plain layers only."""
import json

import numpy as np
import torch
import torch.nn as nn

# Output channels, kernel size and stride of each convolution.
LAYERS = [(16, 5, 2), (32, 3, 2), (48, 3, 2), (64, 3, 1), (80, 3, 2), (32, 1, 1)]
HIDDEN = 72


class PelvisNet(nn.Module):
    def __init__(self, outputs, extra):
        """outputs: number of values with a standard deviation; extra: further values that are used in training only."""
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
    """Reads an exported model (path without extension): its card, and type, weights and biases of each layer."""
    card = json.load(open(model + ".json"))
    numbers = np.frombuffer(open(model + ".bin", "rb").read(), "<f2")
    parts, at = [], 0
    for about in card["layers"]:
        size = int(np.prod(about["shape"]))
        parts.append((about, numbers[at : at + size].reshape(about["shape"]), numbers[at + size : at + size + about["shape"][-1]]))
        at += size + about["shape"][-1]
    return card, parts
