"""Trains the leg network of one drill on the scenes rendered by `npm run pelvis-data -- --drill DRILL-legs`.

    python3 train_legs.py --drill supine-sleeper --data FOLDER --out FOLDER --minutes 25
"""
import os

import cv2
import numpy as np
import torch
import torch.nn.functional as F

import leg_crops as crops
from leg_model import LegNet, axis, middles
from learner import asked, begun, learn, told_of


def start(items, drill):
    global ITEMS, DRILL
    ITEMS, DRILL = items, drill


def make(task):
    seed, train, count = task
    rng = np.random.default_rng(seed)
    cv2.setRNGSeed(seed % 2**31)
    xs, ys = [], []
    for _ in range(count):
        item = ITEMS[train[rng.integers(len(train))]]
        x, y = crops.sample(item, int(rng.integers(len(item["points"]))), DRILL, rng)
        xs.append(x)
        ys.append(y)
    return np.stack(xs).astype(np.float16), np.stack(ys).astype(np.float32)


def parts_of(y):
    """Positions and slants of labels in the format of `sample`."""
    places = 2 * len(crops.JOINTS)
    return y[..., :places].reshape(*y.shape[:-1], -1, 2), y[..., places:]


def loss_of(maps, spreads, slants, y):
    y, slanted = parts_of(y)
    return places_loss(maps, spreads, y) + (slants_loss(slants, slanted) if slants is not None else 0)


def slants_loss(said, y):
    """Loss of errors and their predicted standard deviation, in tenths."""
    off = 10 * (said[:, : y.shape[1]] - y)
    log_sd = said[:, y.shape[1] :].clamp(-3, 3)
    nll = (off.detach() ** 2 * torch.exp(-2 * log_sd) / 2 + log_sd).mean()
    return 2 * F.smooth_l1_loss(off, torch.zeros_like(off)) + 0.2 * nll


def places_loss(maps, spreads, y):
    """Loss: distance to the joint, similarity of the map to a Gaussian there (Nibali et al. 2018, arXiv 1801.07372), and the sd."""
    rows, columns = maps.shape[2:]
    blob = [torch.exp(-0.5 * ((axis(n)[None, None] - y[..., k : k + 1]) * n) ** 2) for k, n in ((0, columns), (1, rows))]
    wanted = blob[1][..., :, None] * blob[0][..., None, :]
    wanted = wanted / (wanted.sum((2, 3), keepdim=True) + 1e-9)
    likeness = -(wanted * torch.log_softmax(maps.flatten(2), 2).view(maps.shape)).sum((2, 3)).mean()
    squares = (((middles(maps) - y) * torch.tensor([100, 100 * rows / columns])) ** 2).sum(2)
    log_sd = spreads.clamp(-3, 4)
    nll = (squares.detach() * torch.exp(-2 * log_sd) / 2 + 2 * log_sd).mean()
    return 0.25 * likeness + torch.sqrt(squares + 1e-3).mean() + 0.2 * nll


def predict(net, x):
    """Positions as shares of the crop's width and height, sds in hundredths of the width; slants and their sds, or None."""
    net.eval()
    places, spreads, slants = [], [], []
    with torch.no_grad():
        for i in range(0, len(x), 64):
            maps, log_sd, slanted = net(torch.from_numpy(x[i : i + 64].astype(np.float32))[:, None])
            places.append(middles(maps))
            spreads.append(torch.exp(log_sd.clamp(-3, 4)))
            slants.append(torch.zeros(len(maps), 0) if slanted is None else slanted)
    net.train()
    said, log_sd = torch.cat(slants).chunk(2, 1)
    return torch.cat(places).numpy(), torch.cat(spreads).numpy(), said.numpy(), 0.1 * torch.exp(log_sd.clamp(-3, 3)).numpy()


def held_samples(items, drill, every=2):
    """Moments of held-out bodies, each with one random window and flaws: crops, positions, slants and scene number."""
    rng = np.random.default_rng(5)
    cv2.setRNGSeed(5)
    drawn = [(*crops.sample(item, j, drill, rng), n) for n, item in enumerate(items) for j in range(0, len(item["points"]), every)]
    x, y, who = zip(*drawn)
    return np.stack(x).astype(np.float16), *parts_of(np.stack(y)), np.array(who)


def off_by(p, y, drill):
    """Errors in hundredths of the crop's width."""
    width, height = drill["size"]
    return 100 * (p - y) * [1, height / width]


def figures(p, y, drill):
    """For each joint: median, mean and 95th percentile of the error, in hundredths of the window's unit (trunk or thigh)."""
    e = drill["window"]["side"] * np.hypot(*off_by(p, y, drill).transpose(2, 0, 1))
    return " ".join(f"{name} {np.median(e[:, k]):.1f}/{e[:, k].mean():.1f}/{np.percentile(e[:, k], 95):.1f}" for k, name in enumerate(crops.JOINTS))


def slant_figures(said, y, drill):
    """For each segment: mean error of the slant in degrees, and correlation with the truth."""
    off = np.degrees(np.abs(said - y).mean(0))
    return " ".join(f"{name} {off[k]:.1f} r {np.corrcoef(said[:, k], y[:, k])[0, 1]:.3f}" for k, name in enumerate(crops.segments_of(drill)))


def untaught(drill):
    return LegNet(len(crops.JOINTS), len(crops.segments_of(drill)), drill["size"])


def main():
    ask = asked(minutes=25)
    ask.add_argument("--begin", help="weights to go on from")
    a = begun(ask)
    drill, items = crops.DRILLS[a.drill], crops.Scenes(a.data).items
    train = [i for i, item in enumerate(items) if not item["held"]]
    held = [item for item in items if item["held"]]
    vx, vy, slanted, _ = held_samples(held, drill)
    net = untaught(drill)
    if a.begin:
        # An older model may lack the slant branch, which then starts untrained. Any other missing part is an error.
        missing, foreign = net.load_state_dict(torch.load(a.begin), strict=False)
        if foreign or any(not key.startswith(("squeezed.", "met.", "slants.")) for key in missing):
            raise SystemExit(f"{a.begin} is of another network: {foreign or missing}")
    told_of(net, train, held, a)

    def tell(how, ending=".part.pt"):
        p, _, said, _ = predict(net, vx)
        print(how, figures(p, vy, drill), slant_figures(said, slanted, drill), flush=True)
        torch.save(net.state_dict(), os.path.join(a.out, f"{a.drill}-legs{ending}"))

    # Earlier crops are used again while new ones are made; with --steps every second time, so that speed changes nothing.
    again = (lambda step, ready: step % 2 == 1 if a.steps else not ready), 120
    _, step = learn(net, a, (start, (items, drill), make, train), lambda x, y: loss_of(*net(x[:, None]), y), 1e-2, again, tell)
    tell(f"end, step {step}", ".pt")


if __name__ == "__main__":
    main()
