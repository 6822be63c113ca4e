"""Training loop: crops are made in parallel and reused; the result is the mean of the latest weights."""
import argparse
import multiprocessing
import os
import time

import numpy as np
import torch

TELLS_EVERY = 150  # seconds


def asked(minutes):
    ask = argparse.ArgumentParser()
    ask.add_argument("--drill", required=True)
    ask.add_argument("--data", nargs="+", required=True)
    ask.add_argument("--out", required=True)
    ask.add_argument("--minutes", type=float, default=minutes)
    ask.add_argument("--steps", type=int, help="ends after so many steps, whatever the time: the same data, seed and steps give the same weights")
    ask.add_argument("--batch", type=int, default=32)
    ask.add_argument("--rate", type=float, default=2e-3)
    ask.add_argument("--workers", type=int, default=1)
    ask.add_argument("--threads", type=int, default=1)
    ask.add_argument("--seed", type=int, default=0)
    return ask


def begun(ask):
    a = ask.parse_args()
    torch.manual_seed(a.seed)
    torch.set_num_threads(a.threads)
    os.makedirs(a.out, exist_ok=True)
    return a


def told_of(net, train, held, a):
    print(a.drill, sum(p.numel() for p in net.parameters()), "numbers,", len(train), "scenes,", len(held), "held back", flush=True)


def learn(net, a, crops, loss_of, decay, again, tell):
    """Trains until the time is over, or for `--steps` steps. The network then has the mean weights, which are returned with the number of steps.

    crops: start and its arguments, make, the scenes to draw from. loss_of: of a batch of crops and truths. again(step, ready): whether
    older crops are to be seen; how many are kept. tell: what to say and keep now and then, while the net holds its mean.
    """
    start, arguments, make, train = crops
    wanted, kept = again
    average = {k: v.clone() for k, v in net.state_dict().items()}
    optimizer = torch.optim.AdamW(net.parameters(), a.rate, weight_decay=decay)
    began = told = time.time()
    step, losses, old = 0, [], []
    with multiprocessing.Pool(a.workers, start, arguments) as pool:
        tasks = ((a.seed * 1_000_000 + k, train, a.batch) for k in range(10**7))
        waiting = [pool.apply_async(make, (next(tasks),)) for _ in range(3 * a.workers)]
        while (share := step / a.steps if a.steps else (time.time() - began) / (60 * a.minutes)) < 1:
            if len(old) > kept // 4 and wanted(step, waiting[0].ready()):
                x, y = old[(step * 7919) % len(old)]
                x = x + np.random.default_rng(step).normal(0, 0.05, x.shape).astype(np.float16)
            else:
                x, y = waiting.pop(0).get()
                waiting.append(pool.apply_async(make, (next(tasks),)))
                old = [*old[-kept:], (x, y)]
            for group in optimizer.param_groups:
                group["lr"] = a.rate * min(1, (step + 1) / 100) * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * share)))
            loss = loss_of(torch.from_numpy(x.astype(np.float32)), torch.from_numpy(y))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5)
            optimizer.step()
            step += 1
            losses.append(loss.item())
            keep = min(0.995, step / (step + 10))
            for k, v in net.state_dict().items():
                average[k] = keep * average[k] + (1 - keep) * v if v.dtype.is_floating_point else v
            if time.time() - told > TELLS_EVERY:
                told = time.time()
                plain = {k: v.clone() for k, v in net.state_dict().items()}
                net.load_state_dict(average)
                tell(f"{share:.2f} step {step} loss {np.mean(losses[-100:]):.3f}")
                net.load_state_dict(plain)
    net.load_state_dict(average)
    return average, step
