"""Crops of the pelvis, cut and normalised as in the app (src/instrument/networks), and random flaws for training."""
import json
import os

import cv2
import numpy as np

from pictures import LUMA, lifted, tiles_in, warp, way_between

SIZE = 96
CROP = (SIZE, SIZE)
MATCH_TIMES = 6


def matched(current, neutral):
    """The current crop with the exposure of the reference crop, by a robust linear fit over unchanged pixels."""
    a, b = 1.0, 0.0
    c, n = current.ravel(), neutral.ravel()
    w = np.ones_like(c)
    for _ in range(MATCH_TIMES):
        sw = w.sum()
        mc, mn = (w * c).sum() / sw, (w * n).sum() / sw
        var = (w * (c - mc) ** 2).sum()
        a = float(np.clip((w * (c - mc) * (n - mn)).sum() / max(var, 1e-6), 0.6, 1.7))
        b = float(mn - a * mc)
        r = np.abs(a * c + b - n)
        s = (w * r).sum() / sw + 0.004
        w = (1.0 / (1.0 + (r / s) ** 2)) ** 2
    return a * current + b


def prepared(neutral, current):
    """The network's input from two grey crops (0..255): reference, current, three times their difference; 3 x SIZE x SIZE."""
    n, c = lifted(neutral), lifted(current)
    c = matched(c, n)
    mean, sd = n.mean(), n.std() + 0.03
    n, c = (n - mean) / sd, (c - mean) / sd
    return np.stack([n, c, 3 * (c - n)]).astype(np.float32).clip(-6, 6)


WIDER = 1.62  # size of a tile relative to the window, as in render-scenes.ts


def middle_part(about, window):
    """The pelvis' part of a tile that was cut wider, around both legs: left, top, side, and its size relative to the window."""
    cut, tile = about["window"], about["tile"]
    trunk = tile / (cut["side"] * about["wider"])
    unit = trunk * window["side"]
    half = round(WIDER * unit / 2)
    left, top = (round(tile / 2 + trunk * way - half) for way in way_between(cut, window))
    return left, top, 2 * half, 2 * half / unit


class Scenes:
    """Sheets of crops with their labels. window: the model's window; sheets with wider tiles can be used too."""

    def __init__(self, folders, labels, window):
        self.items = []
        for folder, name in [(d, f) for d in folders for f in sorted(os.listdir(d)) if f.endswith(".json")]:
            about = json.load(open(os.path.join(folder, name)))
            sheet = cv2.imread(os.path.join(folder, name[:-5] + ".jpg"))
            moments = about["moments"]
            if sheet is None:
                continue
            tiles = np.stack(tiles_in(sheet, about["tile"], len(moments)))
            wider = about["wider"]
            if about["window"]["side"] != window["side"]:
                left, top, side, wider = middle_part(about, window)
                tiles = tiles[:, top : top + side, left : left + side].copy()
            truth = np.array([[m[k] if not isinstance(k, tuple) else m[k[0]][k[1]] for k in labels] for m in moments], np.float32)
            still = np.array([not m["pelvisMoves"] for m in moments])
            hand = np.array([m["hand"] for m in moments])
            self.items.append(dict(name=name[:-5], body=about["body"], held=about["heldBack"], tiles=tiles, truth=truth, still=still, hand=hand, wider=wider, about=about))


def tile_window(tile, wider, rng, spread):
    """A random window in a tile, with errors like those of BlazePose's reference pose."""
    unit = tile / wider  # side of the true window in tile pixels
    s = rng.uniform(*spread["scale"])
    r = np.radians(rng.uniform(*spread["turn"]))
    dx, dy = rng.uniform(*spread["right"]) * unit, rng.uniform(*spread["down"]) * unit
    k = SIZE / (unit * s)
    m = np.zeros((2, 3))
    m[:, :2] = k * np.array([[np.cos(r), np.sin(r)], [-np.sin(r), np.cos(r)]])
    m[:, 2] = SIZE / 2 - m[:, :2] @ np.array([tile / 2 + dx, tile / 2 + dy])
    return m


def spoilt(crop, rng, flaws, noise):
    """Random webcam flaws of a grey crop."""
    g = crop
    if flaws["blur"] > 0.2:
        g = cv2.GaussianBlur(g, (0, 0), flaws["blur"])
    g = 255 * np.clip(g / 255, 0, 1) ** flaws["gamma"] * flaws["gain"] + flaws["bias"]
    if noise > 0:
        g = g + cv2.randn(np.empty_like(g), 0, 1) * noise
    g = np.clip(g, 0, 255)
    if flaws["jpeg"]:
        g = cv2.imdecode(cv2.imencode(".jpg", g.astype(np.uint8), [1, flaws["jpeg"]])[1], 0).astype(np.float32)
    return g


def cosines(side):
    """Rows of the orthonormal discrete cosine transform."""
    k = np.arange(side)
    rows = np.sqrt(2 / side) * np.cos(np.pi * (2 * k[None] + 1) * k[:, None] / (2 * side))
    rows[0] /= np.sqrt(2)
    return rows.astype(np.float32)


COSINES = {side: cosines(side) for side in (4, 8, 16)}
# Encoders set coefficients below about two thirds of a quantisation step to zero.
DEAD_ZONE = 0.34


def encoded(current, neutral, step, side):
    """The picture of a video encoder with too few bits: the previous frame plus quantised changes of each block.
    In dark cloth a moving pelvis then seems still for seconds, until the next key frame."""
    d, count = COSINES[side], SIZE // side
    blocks = (current - neutral).reshape(count, side, count, side).transpose(0, 2, 1, 3)
    changed = d @ blocks @ d.T
    kept = np.sign(changed) * np.floor(np.abs(changed) / step + DEAD_ZONE) * step
    return neutral + (d.T @ kept @ d).transpose(0, 2, 1, 3).reshape(SIZE, SIZE)


def pair(item, i, j, rng, spread, hard=1.0):
    """Reference crop i and current crop j of a scene, with the same window, webcam and (in half of the cases) video encoder."""
    tile = item["tiles"].shape[1]
    m = tile_window(tile, item["wider"], rng, spread)
    weights = LUMA * rng.uniform(0.8, 1.2, 3).astype(np.float32)
    weights /= weights.sum()
    tint = weights * (1 + hard * rng.normal(0, 0.05, 3).astype(np.float32))
    gamma, blur = rng.uniform(0.8, 1.25), rng.choice([0, 0.4, 0.7, 1.0])
    gain, bias = rng.uniform(0.7, 1.2), rng.uniform(-8, 8)
    video = rng.random() < 0.5
    quality = int(rng.integers(12, 80)) if video else 0
    flaws = dict(gamma=gamma, blur=blur, gain=gain, bias=bias, jpeg=quality)
    noise = rng.choice([0.5, 1.5, 3, 5])
    n = spoilt(warp(item["tiles"][i], m, CROP).astype(np.float32) @ weights, rng, flaws, 0.35 * noise)
    nudged = m.copy()
    if rng.random() < 0.5 * hard:
        nudged[:, 2] += rng.normal(0, rng.choice([0.25, 0.7]), 2)
    now = dict(flaws, gain=gain * (1 + hard * rng.uniform(-0.2, 0.25)), bias=bias + hard * rng.uniform(-4, 4))
    if not video and rng.random() < 0.3:
        now["jpeg"] = int(rng.integers(35, 90))
    c = spoilt(warp(item["tiles"][j], nudged, CROP).astype(np.float32) @ tint, rng, now, noise)
    if video and rng.random() < 0.6:
        c = encoded(c, n, np.exp(rng.uniform(np.log(6), np.log(60))), int(rng.choice(list(COSINES))))
    return prepared(n, c)
