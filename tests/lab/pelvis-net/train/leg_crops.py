"""Crops of the legs, cut and normalised as in the app (src/instrument/networks), and random flaws for training."""
import json
import os

import cv2
import numpy as np

from pictures import LUMA, lifted, tiles_in, warp, way_between

# Segments with a slant (out-of-plane angle) in a scene's labels, in the order of segment-out-of-plane-angles.ts.
SEGMENTS = ["working thigh", "other thigh", "working shin", "other shin", "hips"]
JOINTS = ["working hip", "other hip", "working knee", "other knee", "working ankle", "other ankle"]

# For each model:
#   judged_in: drills of the clips on which it is judged
#   size: width and height of the crop, pixels
#   window: the window of the app (crop-window.ts), in its unit
#   slants: segments whose slant it predicts
#   off: range of the difference between the crop by BlazePose's landmarks and that by the true ones, from the clips of the
#        README; shifts in units of the window
DRILLS = {
    "supine-sleeper": dict(
        judged_in=("supine-sleeper",),
        size=(128, 128),
        window=dict(upright=False, unit="trunk", side=1.9, above=-0.64, aside=-0.13),
        off=dict(scale=(0.94, 1.2), turn=(-11, 4), right=(-0.18, 0.29), down=(-0.29, 0.07)),
    ),
    "ninety-ninety-pails-rails": dict(
        judged_in=("ninety-ninety-pails-rails", "ninety-ninety-stretch", "ninety-ninety-contract-relax"),
        size=(160, 96),
        window=dict(upright=True, unit="trunk", side=3.0, above=-0.33, aside=0.22),
        off=dict(scale=(0.93, 1.14), turn=(-3, 3), right=(-0.15, 0.08), down=(-0.13, 0.11)),
    ),
    "ninety-ninety-lift-off": dict(
        judged_in=("ninety-ninety-lift-off", "ninety-ninety-lift-off-hinge"),
        # A folded trunk is shorter in the picture, so the size is taken from the reference pose.
        sized_by="neutral",
        size=(160, 96),
        window=dict(upright=True, unit="trunk", side=3.0, above=-0.33, aside=0.22),
        off=dict(scale=(0.9, 1.14), turn=(-3, 3), right=(-0.15, 0.1), down=(-0.13, 0.14)),
    ),
    "standing-hamstring": dict(
        judged_in=("standing-hamstring",),
        # Seconds; BlazePose swaps these legs, or puts both on one leg, for up to 2.7 s.
        patience=3.5,
        # A rounded back is shorter in the picture, so the size is taken from the reference pose.
        sized_by="neutral",
        size=(128, 128),
        window=dict(upright=True, unit="trunk", side=2.6, above=-0.88, aside=-0.68),
        off=dict(scale=(0.92, 1.16), turn=(-3, 3), right=(-0.24, 0.08), down=(-0.14, 0.16)),
    ),
    "knee-to-knee-floor": dict(
        judged_in=("knee-to-knee-floor",),
        size=(128, 128),
        window=dict(upright=False, unit="trunk", side=1.9, above=-0.62, aside=-0.22, alike="both-sides"),
        off=dict(scale=(0.94, 1.18), turn=(-11, 6), right=(-0.18, 0.14), down=(-0.28, 0.06)),
    ),
    "quadruped-band-ir": dict(
        judged_in=("quadruped-band-ir",),
        # BlazePose's knees are off by a fifth of a thigh, varying with the foot; the size is taken from the reference pose.
        sized_by="neutral",
        size=(128, 128),
        # Trunk length in thighs as BlazePose sees them, a tenth to a quarter too short. True lengths: .29 and .245 of the height.
        trunk=1.35,
        window=dict(upright=True, unit="thigh", side=2.75, above=-0.95, aside=0.28),
        off=dict(scale=(0.72, 1.02), turn=(-3, 3), right=(-0.2, 0.06), down=(-0.14, 0.04)),
    ),
    "hip-movement-sequence": dict(
        judged_in=("hip-movement-sequence",),
        size=(128, 128),
        window=dict(upright=True, unit="trunk", side=2.5, above=-0.75),
        slants=("working thigh", "working shin", "hips"),
        off=dict(scale=(0.92, 1.19), turn=(-3, 3), right=(-0.16, 0.06), down=(-0.2, 0.26)),
    ),
}


def landmarks_of(side):
    """BlazePose's landmark numbers of JOINTS."""
    working, other = (0, 1) if side == "left" else (1, 0)
    return [23 + working, 23 + other, 25 + working, 25 + other, 27 + working, 27 + other]


class Scenes:
    """Sheets of crops with joint positions. Pictures stay compressed until they are used."""

    def __init__(self, folders):
        self.items = []
        for folder in folders:
            for name in sorted(f for f in os.listdir(folder) if f.endswith(".json")):
                about = json.load(open(os.path.join(folder, name)))
                sheet = open(os.path.join(folder, name[:-5] + ".jpg"), "rb").read()
                joints = landmarks_of(about["side"])
                points = np.array([[m["landmarks"][j] for j in joints] for m in about["moments"]], np.float32)
                slants = np.array([m.get("slants", []) for m in about["moments"]], np.float32)
                self.items.append(dict(sheet=sheet, tile=about["tile"], window=about["window"], wider=about["wider"], held=about["heldBack"], body=about["body"], points=points, slants=slants))


def tiles_of(item):
    if "tiles" not in item:
        sheet = cv2.imdecode(np.frombuffer(item["sheet"], np.uint8), 1)
        item["tiles"] = [np.ascontiguousarray(tile) for tile in tiles_in(sheet, item["tile"], len(item["points"]))]
        del item["sheet"]
    return item["tiles"]


def tile_matrix(item, drill, rng):
    """The transform from tile to crop pixels, for a random window with errors like BlazePose's."""
    window, off, cut, size = drill["window"], drill["off"], item["window"], np.array(drill["size"])
    trunk = item["tile"] / (cut["side"] * item["wider"])
    s, r = rng.uniform(*off["scale"]), np.radians(rng.uniform(*off["turn"]))
    c, n = np.cos(r), np.sin(r)
    # The tile's middle is that of its own plan. The shift from there to this window's middle rotates and scales with the axes.
    right, down = way_between(cut, window)
    way = s * np.array([c * right - n * down, n * right + c * down]) + [rng.uniform(*off["right"]), rng.uniform(*off["down"])]
    k = size[0] / (window["side"] * trunk * s)
    m = np.zeros((2, 3))
    m[:, :2] = k * np.array([[c, n], [-n, c]])
    m[:, 2] = size / 2 - m[:, :2] @ (item["tile"] / 2 + trunk * way)
    return m


def prepared(grey):
    """The network's input from a grey crop (0..255), as legInput (leg-keypoints.ts) computes it."""
    crop = lifted(grey)
    return ((crop - crop.mean()) / (crop.std() + 0.03)).clip(-4, 4)


def spoilt(tile, matrix, size, rng):
    """Random flaws of a grey crop: dyes, light, webcam, and things that hide parts."""
    weights = LUMA * rng.uniform(0.6, 1.4, 3).astype(np.float32)
    width, height = size
    g = warp(tile, matrix, size).astype(np.float32) @ (weights / weights.sum())
    blur = rng.choice([0, 0, 0.4, 0.8, 1.2])
    if blur:
        g = cv2.GaussianBlur(g, (0, 0), blur)
    g = 255 * np.clip(g / 255, 0, 1) ** rng.uniform(0.7, 1.4) * rng.uniform(0.5, 1.3) + rng.uniform(-10, 10)
    if rng.random() < 0.3:
        way = rng.normal(0, 1, 2)
        rows, columns = np.mgrid[0:height, 0:width] / np.array([height, width])[:, None, None] - 0.5
        g = g * (1 + rng.uniform(0, 0.5) * (way[0] * columns + way[1] * rows) / np.hypot(*way)).astype(np.float32)
    g = g + rng.choice([0.5, 1.5, 3, 5]) * cv2.randn(np.empty((height, width), np.float32), 0, 1)
    if rng.random() < 0.25:
        (w, h) = rng.integers(6, 26, 2)
        x, y = rng.integers(0, width - w), rng.integers(0, height - h)
        g[y : y + h, x : x + w] = rng.uniform(0, 255)
    g = np.clip(g, 0, 255)
    if rng.random() < 0.5:
        g = cv2.imdecode(cv2.imencode(".jpg", g.astype(np.uint8), [1, int(rng.integers(15, 85))])[1], 0).astype(np.float32)
    return g


def segments_of(drill):
    return drill.get("slants", ())


def sample(item, j, drill, rng):
    """Input and labels of one moment: joint positions (shares of the crop's width and height), then slants."""
    m = tile_matrix(item, drill, rng)
    places = (item["points"][j] @ m[:, :2].T + m[:, 2]) / drill["size"]
    slants = [item["slants"][j][SEGMENTS.index(name)] for name in segments_of(drill)]
    return prepared(spoilt(tiles_of(item)[j], m, drill["size"], rng)), np.concatenate([places.ravel(), slants])
