"""Shows where a model looks: parts of the current crop are replaced by the reference crop's, on held-out bodies.

    python3 ablate_pelvis.py --model ../../../../models/pelvis-supine-sleeper --data FOLDER
"""
import argparse

import numpy as np

import pelvis_crops as crops
from export_pelvis import run_folded
from pelvis_model import read_model
from train_pelvis import DRILLS, SPREAD, WINDOWS, held_pairs

# Rows and columns of the crop, as shares: a lying person's head is on the left, the near side below.
PARTS = {
    "nothing": None,
    "head third": (0, 1, 0, 1 / 3),
    "middle third": (0, 1, 1 / 3, 2 / 3),
    "feet third": (0, 1, 2 / 3, 1),
    "upper third": (0, 1 / 3, 0, 1),
    "level third": (1 / 3, 2 / 3, 0, 1),
    "lower third": (2 / 3, 1, 0, 1),
    "all but the middle": "outside",
}


def frozen(x, part):
    if part is None:
        return x
    out, n = x.copy(), crops.SIZE
    mask = np.zeros((n, n), bool)
    if part == "outside":
        mask[:] = True
        mask[n // 4 : 3 * n // 4, n // 4 : 3 * n // 4] = False
    else:
        r0, r1, c0, c1 = (int(round(v * n)) for v in part)
        mask[r0:r1, c0:c1] = True
    out[:, 1][:, mask] = out[:, 0][:, mask]
    out[:, 2][:, mask] = 0
    return out


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--model", required=True)
    ask.add_argument("--data", nargs="+", required=True)
    a = ask.parse_args()
    card, parts = read_model(a.model)
    drill = DRILLS[card["drill"]]
    held = [s for s in crops.Scenes(a.data, drill["says"] + drill["extra"], WINDOWS[card["drill"]]).items if s["held"]]
    x, y, still, hand, _ = held_pairs(held, SPREAD[card["drill"]], 1)
    for name, part in PARTS.items():
        z = frozen(x[~hand].astype(np.float32), part)
        out = np.concatenate([run_folded(parts, z[i : i + 128]) for i in range(0, len(z), 128)])
        told = []
        for k, scale in enumerate(card["outputs"]):
            p, t = out[:, k] * scale["unit"] * scale["gain"], y[~hand, k]
            told.append(f"{scale['name']} slope {np.sum(p * t) / np.sum(t * t):5.2f} MAE {np.abs(p - t).mean():5.2f} false95 {np.percentile(np.abs(p[still[~hand]]), 95):5.2f}")
        print(f"{name:20s}", " | ".join(told))


if __name__ == "__main__":
    main()
