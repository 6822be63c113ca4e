"""Exports a trained leg network as a list of steps, with standard deviations that match its errors on held-out bodies.

    python3 export_legs.py --drill supine-sleeper --weights FOLDER/supine-sleeper-legs.pt --data FOLDER --models ../../../../models
"""
import argparse
import base64
import hashlib
import json
import os

import numpy as np
import torch

import leg_crops as crops
from leg_model import SLANT_STEPS, STEPS
from train_legs import figures, held_samples, off_by, predict, slant_figures, untaught

# Share of the trunk's length. A joint with this standard deviation counts as guessed; a knee is not used from two thirds of it on
# (visibility .8). Mean and largest error: 1.4 and 5.1 below two thirds, 4.0 and 11.7 above (n = 10 rendered people).
GUESSED_FROM = 0.06
# Smallest standard deviation of a slant, because the camera's place is not known exactly.
LEAST_SLANT_SD = 0.03


def step(net, name, of, kind):
    """The step for the app, then weights and bias in tfjs order, with batch normalisation merged into the convolution."""
    if kind in ("joined", "mean"):
        return dict(kind=kind, name=name, of=of), None, None
    module = getattr(net, name)
    if kind.endswith("product"):
        weights, bias = module.weight.T, module.bias
        return dict(kind="product", name=name, of=of, shape=list(weights.shape), stride=1, padding=0, relu=kind.startswith("sharp")), weights, bias
    conv = module[0] if kind == "block" else module
    weights, bias = conv.weight, conv.bias
    if kind == "block":
        norm = module[1]
        k = norm.weight / torch.sqrt(norm.running_var + norm.eps)
        weights, bias = weights * k[:, None, None, None], norm.bias - norm.running_mean * k
    weights = weights.permute(2, 3, 1, 0)
    about = dict(kind="convolution", name=name, of=of, shape=list(weights.shape), stride=conv.stride[0], padding=conv.padding[0], relu=kind == "block")
    return about, weights, bias


def half(values):
    return values.detach().contiguous().numpy().astype("<f2")


def spread_scales(off, sd):
    """Ratio of error to predicted sd for each joint or slant, per axis."""
    z = off / sd[..., None]
    # A root mean square would be dominated by a few hidden joints.
    return [round(float(np.quantile(np.abs(z[:, k]), 0.9) / 1.645), 3) for k in range(off.shape[1])]


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--drill", required=True)
    ask.add_argument("--weights", nargs="+", required=True, help="of several runs: their mean")
    ask.add_argument("--data", nargs="+", required=True)
    ask.add_argument("--models", required=True)
    ask.add_argument("--fit-spread", type=float, default=1, help="how many times as wide as by the pose model's legs the app's bands are")
    ask.add_argument("--fit-rotation-spread", type=float, default=1, help="the same of the rotation, where these legs show it better than the hip's other angles")
    ask.add_argument("--fixture", help="file for the tests: crops, and what PyTorch answers")
    a = ask.parse_args()
    drill = crops.DRILLS[a.drill]
    net = untaught(drill)
    runs = [torch.load(file) for file in a.weights]
    net.load_state_dict({k: sum(run[k] for run in runs) / len(runs) if v.dtype.is_floating_point else v for k, v in runs[-1].items()})
    net.eval()
    x, y, slanted, who = held_samples([item for item in crops.Scenes(a.data).items if item["held"]], drill)
    p, sd, slants, slant_sd = predict(net, x)
    net.eval()
    # One half of the scenes sets the standard deviations, the other half tests them.
    off = off_by(p, y, drill)
    scales = spread_scales(*(v[who % 2 == 0] for v in (off, sd)))
    rest = who % 2 == 1
    z = off[rest] / (sd[rest] * scales)[..., None]
    print(figures(p, y, drill))
    print("in the stated 90 %", (np.abs(z) < 1.645).mean((0, 2)).round(2), "scales", scales)
    told = {}
    if net.told:
        print(slant_figures(slants, slanted, drill))
        by = spread_scales(*(v[who % 2 == 0] for v in ((slants - slanted)[..., None], slant_sd)))
        z = (slants - slanted)[rest] / (slant_sd[rest] * by)
        print("slants in the stated 90 %", (np.abs(z) < 1.645).mean(0).round(2), "scales", by)
        told = dict(slants=[dict(name=n, spread=s, leastSd=LEAST_SLANT_SD) for n, s in zip(crops.segments_of(drill), by)])
    parts = [step(net, *s) for s in (STEPS + SLANT_STEPS if told else STEPS)]
    numbers = b"".join(half(v).tobytes() for _, w, b in parts if w is not None for v in (w, b))
    digest = hashlib.sha256(numbers).hexdigest()
    name = f"legs-{a.drill}"
    open(os.path.join(a.models, name + ".bin"), "wb").write(numbers)
    card = dict(
        drill=a.drill,
        version=digest[:8],
        window=drill["window"],
        **({"sizedBy": drill["sized_by"]} if "sized_by" in drill else {}),
        **({"patience": drill["patience"]} if "patience" in drill else {}),
        **({"trunk": drill["trunk"]} if "trunk" in drill else {}),
        size=drill["size"][0],
        rows=drill["size"][1],
        joints=[dict(name=j, spread=s, guessedFrom=GUESSED_FROM) for j, s in zip(crops.JOINTS, scales)],
        **told,
        fit=dict(spread=a.fit_spread, **({"rotationSpread": a.fit_rotation_spread} if a.fit_rotation_spread != 1 else {})),
        layers=[about for about, _, _ in parts],
        answers=dict(maps="maps", spreads="spreads", **({"slants": "slants"} if told else {})),
        weights=dict(file=name + ".bin", bytes=len(numbers), sha256=digest),
    )
    json.dump(card, open(os.path.join(a.models, name + ".json"), "w"), indent=2)
    if a.fixture:
        write_fixture(net, card, a.fixture, x)


def write_fixture(net, card, path, x):
    """A fixture: two inputs as bytes (1 is 16 steps, 0 is 128) and the outputs of the exported weights for them."""
    with torch.no_grad():
        for parameter in net.parameters():
            parameter.copy_(parameter.half().float())
    chosen = np.clip(np.round(x[[0, len(x) // 2]].astype(np.float32) * 16) + 128, 0, 255).astype(np.uint8)
    places, sd, slants, slant_sd = predict(net, (chosen.astype(np.float32) - 128) / 16)
    told = np.hstack([slants, np.log(10 * slant_sd)])
    known = [
        dict(input=base64.b64encode(c.tobytes()).decode(), places=np.round(q, 5).tolist(), spreads=np.round(np.log(s), 4).tolist())
        | (dict(slants=np.round(t, 4).tolist()) if net.told else {})
        for c, q, s, t in zip(chosen, places, sd, told)
    ]
    json.dump(dict(version=card["version"], known=known), open(path, "w"))


if __name__ == "__main__":
    main()
