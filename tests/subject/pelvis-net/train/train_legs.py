"""Trains the model of the legs of one drill from the scenes that `npm run pelvis-data -- --drill DRILL-legs` has rendered.

    python3 train_legs.py --drill supine-sleeper --data FOLDER --out FOLDER --minutes 25
"""
import argparse
import multiprocessing
import os
import time

import cv2
import numpy as np
import torch

import leg_crops as crops
from leg_model import LegNet, axis, middles


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


def loss_of(maps, spreads, y):
    """Way to the joint, the map's likeness to a blob there (Nibali et al. 2018, arXiv 1801.07372), and a spread for what is left."""
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
    """Places as shares of the crop's width and height, spreads in hundredths of the width."""
    net.eval()
    places, spreads = [], []
    with torch.no_grad():
        for i in range(0, len(x), 64):
            maps, log_sd = net(torch.from_numpy(x[i : i + 64].astype(np.float32))[:, None])
            places.append(middles(maps))
            spreads.append(torch.exp(log_sd.clamp(-3, 4)))
    net.train()
    return torch.cat(places).numpy(), torch.cat(spreads).numpy()


def held_samples(items, drill, every=2):
    """Moments of bodies never trained on, each with one window and one webcam; with the scene's number."""
    rng = np.random.default_rng(5)
    cv2.setRNGSeed(5)
    drawn = [(*crops.sample(item, j, drill, rng), n) for n, item in enumerate(items) for j in range(0, len(item["points"]), every)]
    x, y, who = zip(*drawn)
    return np.stack(x).astype(np.float16), np.stack(y), np.array(who)


def off_by(p, y, drill):
    """Errors in hundredths of the crop's width."""
    width, height = drill["size"]
    return 100 * (p - y) * [1, height / width]


def figures(p, y, drill):
    """Of each joint: median, mean and 95 % of the error in hundredths of the trunk's length in the picture."""
    e = drill["window"]["side"] * np.hypot(*off_by(p, y, drill).transpose(2, 0, 1))
    return " ".join(f"{name} {np.median(e[:, k]):.1f}/{e[:, k].mean():.1f}/{np.percentile(e[:, k], 95):.1f}" for k, name in enumerate(crops.JOINTS))


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--drill", required=True)
    ask.add_argument("--data", nargs="+", required=True)
    ask.add_argument("--out", required=True)
    ask.add_argument("--minutes", type=float, default=25)
    ask.add_argument("--batch", type=int, default=32)
    ask.add_argument("--rate", type=float, default=2e-3)
    ask.add_argument("--workers", type=int, default=1)
    ask.add_argument("--threads", type=int, default=1)
    ask.add_argument("--seed", type=int, default=0)
    ask.add_argument("--begin", help="weights to go on from")
    a = ask.parse_args()
    torch.manual_seed(a.seed)
    torch.set_num_threads(a.threads)
    os.makedirs(a.out, exist_ok=True)
    drill, items = crops.DRILLS[a.drill], crops.Scenes(a.data).items
    train = [i for i, item in enumerate(items) if not item["held"]]
    held = [item for item in items if item["held"]]
    vx, vy, _ = held_samples(held, drill)
    net = LegNet(len(crops.JOINTS))
    if a.begin:
        net.load_state_dict(torch.load(a.begin))
    print(a.drill, sum(p.numel() for p in net.parameters()), "numbers,", len(train), "scenes,", len(held), "held back", flush=True)
    average = {k: v.clone() for k, v in net.state_dict().items()}
    optimizer = torch.optim.AdamW(net.parameters(), a.rate, weight_decay=1e-2)
    began = told = time.time()
    step, losses, old = 0, [], []
    with multiprocessing.Pool(a.workers, start, (items, drill)) as pool:
        tasks = ((a.seed * 1_000_000 + k, train, a.batch) for k in range(10**7))
        waiting = [pool.apply_async(make, (next(tasks),)) for _ in range(3 * a.workers)]
        while (share := (time.time() - began) / (60 * a.minutes)) < 1:
            # While new crops are being made, older ones are seen again.
            if waiting[0].ready() or len(old) < 30:
                x, y = waiting.pop(0).get()
                waiting.append(pool.apply_async(make, (next(tasks),)))
                old = [*old[-120:], (x, y)]
            else:
                x, y = old[(step * 7919) % len(old)]
                x = x + np.random.default_rng(step).normal(0, 0.05, x.shape).astype(np.float16)
            for group in optimizer.param_groups:
                group["lr"] = a.rate * min(1, (step + 1) / 100) * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * share)))
            loss = loss_of(*net(torch.from_numpy(x.astype(np.float32))[:, None]), torch.from_numpy(y))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5)
            optimizer.step()
            step += 1
            losses.append(loss.item())
            keep = min(0.995, step / (step + 10))
            for k, v in net.state_dict().items():
                average[k] = keep * average[k] + (1 - keep) * v if v.dtype.is_floating_point else v
            if time.time() - told > 150:
                told = time.time()
                plain = {k: v.clone() for k, v in net.state_dict().items()}
                net.load_state_dict(average)
                p, _ = predict(net, vx)
                net.load_state_dict(plain)
                print(f"{share:.2f} step {step} loss {np.mean(losses[-100:]):.3f}", figures(p, vy, drill), flush=True)
                torch.save(average, os.path.join(a.out, f"{a.drill}-legs.part.pt"))
    net.load_state_dict(average)
    torch.save(average, os.path.join(a.out, f"{a.drill}-legs.pt"))
    p, _ = predict(net, vx)
    print("end, step", step, figures(p, vy, drill), flush=True)


if __name__ == "__main__":
    main()
