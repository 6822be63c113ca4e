"""Trains the pelvis network of one drill on the scenes rendered by `npm run pelvis-data`.

    python3 train_pelvis.py --drill ninety-ninety-stretch --data FOLDER --out FOLDER --minutes 15
"""
import json
import os
import time

import numpy as np
import torch

import pelvis_crops as crops
from learner import asked, begun, learn, told_of
from pelvis_model import PelvisNet, read_model

# For each drill: outputs with a standard deviation, then values for training only. Divisors scale all to about 1.
DRILLS = {
    "supine-sleeper-side": dict(says=["arch"], extra=["twist", "lift", "tilt", ("way", 1), ("way", 2), "hipRotation"], scale=[7, 6, 1.5, 7, 1.5, 2, 20]),
    # Crops are oriented by the picture and not by the working side, so values with a left or right sign cannot be learnt.
    "quadruped-band-ir-side": dict(says=["arch"], extra=["tilt", "lift", ("way", 1)], scale=[8, 8, 1.5, 1.5]),
    "ninety-ninety-pails-rails": dict(says=["twist", "sitBone"], extra=["obliquity", "tilt", ("way", 0), ("way", 2), "lean"], scale=[6, 2, 6, 5, 2, 2, 8]),
}
WINDOWS = {
    "supine-sleeper-side": dict(upright=False, unit="trunk", side=1.4, above=0.22),
    "quadruped-band-ir-side": dict(upright=False, unit="trunk", side=1.4, above=0.35, alike="both-sides"),
    "ninety-ninety-pails-rails": dict(upright=True, unit="trunk", side=1.35, above=0.1),
}
# Errors of BlazePose's window in the reference pose, as shares of the window's side.
SPREAD = {
    "supine-sleeper-side": dict(scale=(0.96, 1.18), turn=(-10, 5), right=(-0.08, 0.06), down=(-0.13, 0.06)),
    "quadruped-band-ir-side": dict(scale=(0.9, 1.18), turn=(-8, 8), right=(-0.1, 0.1), down=(-0.1, 0.1)),
    "ninety-ninety-pails-rails": dict(scale=(0.95, 1.17), turn=(-2.5, 2.5), right=(-0.08, 0.08), down=(-0.12, 0.08)),
}

# The earlier model of the same seat, from which training continues.
for plans in (DRILLS, WINDOWS, SPREAD):
    plans["ninety-ninety-stretch"] = plans["ninety-ninety-pails-rails"]


def make(task):
    """The pairs of one batch; labels are the true values of the current frame minus those of the reference."""
    seed, train, count = task
    rng = np.random.default_rng(seed)
    xs, ys = [], []
    for _ in range(count):
        item = SCENES[train[rng.integers(len(train))]]
        number = len(item["truth"])
        roll = rng.random()
        stills = np.flatnonzero(item["still"] & ~item["hand"])
        i = 0 if roll < 0.6 else int(rng.choice(stills))
        if rng.random() < BETWEEN:
            i = int(rng.integers(number))
        j = i if roll > 0.97 else int(rng.integers(1, number))
        if rng.random() < 0.2:
            i, j = j, i
        xs.append(crops.pair(item, i, j, rng, PLACES))
        ys.append(item["truth"][j] - item["truth"][i])
    return np.stack(xs).astype(np.float16), np.stack(ys)


def start(scenes, places, between):
    global SCENES, PLACES, BETWEEN
    SCENES, PLACES, BETWEEN = scenes, places, between


def loss_of(out, y, says):
    mean, log_sd = out[:, :says], out[:, says : 2 * says].clamp(-4, 2)
    wrong = y[:, :says] - mean
    nll = 0.5 * wrong**2 * torch.exp(-2 * log_sd) + log_sd
    # beta-NLL (Seitzer 2022): without it the network ignores difficult pairs from the start.
    nll = nll * torch.exp(log_sd).detach()
    extra = torch.nn.functional.smooth_l1_loss(out[:, 2 * says :], y[:, says:])
    return nll.mean() + 0.3 * extra


def quiet(y, still):
    """Pairs with a still pelvis and a true value near zero. Both are needed: a leaning thorax arches the back over a still pelvis."""
    return still & (np.abs(y) < 1)


def figures(p, sd, y, still):
    """For each channel: slope, correlation, mean absolute error, 95th percentile of false motion, share inside the stated 90 %."""
    moved = np.abs(y) > 0.05 * np.abs(y).max()
    slope = float((p * y).sum() / (y * y).sum())
    z = (p - y) / sd
    return dict(
        slope=round(slope, 3),
        line=round(float(np.polyfit(y, p, 1)[0]), 3),
        r=round(float(np.corrcoef(p, y)[0, 1]), 3),
        mae=round(float(np.abs(p - y).mean()), 3),
        maeMoved=round(float(np.abs(p - y)[moved].mean()), 3),
        false95=round(float(np.percentile(np.abs(p[quiet(y, still)]), 95)), 3),
        z=round(float(np.sqrt((z**2).mean())), 2),
        in90=round(float((np.abs(z) < 1.645).mean()), 3),
        sd=round(float(np.median(sd)), 2),
    )


def predict(net, x):
    net.eval()
    with torch.no_grad():
        parts = [net(torch.from_numpy(x[i : i + 128].astype(np.float32))) for i in range(0, len(x), 128)]
    net.train()
    return torch.cat(parts).numpy()


def held_pairs(items, places, windows=3):
    """Pairs of the reference pose and every moment of held-out bodies, each with its own window."""
    rng = np.random.default_rng(7)
    xs, ys, stills, hands, who = [], [], [], [], []
    for number, item in enumerate(items):
        for j in range(1, len(item["truth"])):
            for _ in range(windows):
                xs.append(crops.pair(item, 0, j, rng, places))
                ys.append(item["truth"][j] - item["truth"][0])
                stills.append(item["still"][j])
                hands.append(item["hand"][j])
                who.append(number)
    return np.stack(xs).astype(np.float16), np.stack(ys), np.array(stills), np.array(hands), np.array(who)


def unfold(net, model, pairs):
    """An exported model as a network for further training. Each batch normalisation is set to the statistics of its layer."""
    card, parts = read_model(model)
    x = torch.from_numpy(pairs[:: max(1, len(pairs) // 600)].astype(np.float32))
    modules = list(net.features)
    with torch.no_grad():
        for i, (about, w, b) in enumerate(p for p in parts if p[0]["kind"] == "convolution"):
            conv, norm, relu = modules[3 * i : 3 * i + 3]
            conv.weight.copy_(torch.from_numpy(w.astype(np.float32)).permute(3, 2, 0, 1))
            seen = conv(x)
            mean, var = seen.mean((0, 2, 3)), seen.var((0, 2, 3))
            norm.running_mean.copy_(mean)
            norm.running_var.copy_(var)
            norm.weight.copy_(torch.sqrt(var + norm.eps))
            norm.bias.copy_(mean + torch.from_numpy(b.astype(np.float32)))
            x = relu(seen + torch.from_numpy(b.astype(np.float32))[:, None, None])
        for linear, (about, w, b) in zip((net.hidden, net.out), (p for p in parts if p[0]["kind"] == "product")):
            rows = w.shape[1]
            linear.weight[:rows].copy_(torch.from_numpy(w.astype(np.float32)).T)
            linear.bias[:rows].copy_(torch.from_numpy(b.astype(np.float32)))


def main():
    ask = asked(minutes=10)
    ask.add_argument("--begin", help="weights to go on from: a .pt file, or an exported model without its ending")
    ask.add_argument("--everybody", action="store_true", help="train with the held-back bodies as well: no figures then")
    ask.add_argument("--between", type=float, default=0, help="share of the pairs that begin at any moment instead of a still one: few of their differences are none")
    a = begun(ask)
    began = time.time()
    drill, places = DRILLS[a.drill], SPREAD[a.drill]
    says, scale = len(drill["says"]), np.array(drill["scale"], np.float32)
    scenes = crops.Scenes(a.data, drill["says"] + drill["extra"], WINDOWS[a.drill]).items
    train = [i for i, s in enumerate(scenes) if a.everybody or not s["held"]]
    held = [s for s in scenes if s["held"]]
    vx, vy, vstill, vhand, vwho = held_pairs(held, places)
    net = PelvisNet(says, len(drill["extra"]))
    if a.begin and a.begin.endswith(".pt"):
        net.load_state_dict(torch.load(a.begin)["net"])
    elif a.begin:
        unfold(net, a.begin, vx)
    told_of(net, train, held, a)

    def read():
        p = predict(net, vx)
        sd = np.exp(np.clip(p[:, says : 2 * says], -4, 2)) * scale[:says]
        return p[:, :says] * scale[:says], sd, [figures(p[:, k] * scale[k], sd[:, k], vy[:, k], vstill) for k in range(says)]

    def tell(how):
        print(how, *read()[2], flush=True)
        torch.save(dict(net=net.state_dict(), drill=a.drill), os.path.join(a.out, f"{a.drill}.part.pt"))

    # Every other step reuses earlier pairs, because making pairs takes as long as training on them.
    again = (lambda step, _: step % 2 == 1), 60
    learned = lambda x, y: loss_of(net(x), y / torch.from_numpy(scale), says)
    average, step = learn(net, a, (start, (scenes, places, a.between), make, train), learned, 2e-2, again, tell)
    torch.save(dict(net=average, drill=a.drill), os.path.join(a.out, f"{a.drill}.pt"))
    p, sd, said = read()
    np.savez(os.path.join(a.out, f"{a.drill}.held.npz"), p=p, sd=sd, y=vy, still=vstill, hand=vhand, who=vwho)
    report = dict(steps=step, pairs=step * a.batch, scenes=len(train), seconds=round(time.time() - began))
    report["held"] = dict(zip(drill["says"], said))
    json.dump(report, open(os.path.join(a.out, f"{a.drill}.report.json"), "w"), indent=1)
    print(json.dumps(report))


if __name__ == "__main__":
    main()
