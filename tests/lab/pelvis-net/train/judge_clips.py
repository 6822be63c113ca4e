"""What a model reads in clips with truth, from the app's reference pose (`node tools/pelvis-clips.mjs`).

    python3 judge_clips.py --model ../../../../models/pelvis-supine-sleeper --seen FOLDER
"""
import argparse
import glob
import json
import os

import numpy as np

import pelvis_crops as crops
from export_pelvis import run_folded
from pelvis_model import read_model
from pictures import LUMA, frames_of, turned_round, warp, window_of

KEYS = {"twist": ("twist", 1), "obliquity": ("obliquity", 1), "lift": ("lift", 100), "sitBone": ("sitBone", 100)}
# Columns that are the same for both working sides.
OTHERS = {"arch": lambda frame: frame["lumbar"]["extension"]}


def model_of(truth):
    """The name of a clip's model: side checks and the drill over planted feet have their own."""
    variant = truth.get("variant")
    return truth["drill"] + (f"-{variant}" if variant in ("side", "floor") else "")


def median5(values):
    return np.array([np.median(values[max(0, i - 4) : i + 1], axis=0) for i in range(len(values))])


def read_clip(card, parts, seen, truth):
    """Values and sds of every frame after the reference pose, from its median landmarks and mean crop."""
    frames = frames_of(seen["video"])
    fps, side = truth["fps"], truth["side"]
    first = next((r["time"] for r in seen["seen"] if r["neutral"] == "set"), None)
    # A run that stopped early still contains the reference pose, which every clip holds for three seconds.
    first = 2.65 if first is None else first
    hold = [r for r in seen["seen"] if r["points"] and first - 1.3 <= r["time"] <= first]
    if not hold:
        return None
    points = np.median([r["points"] for r in hold], 0).reshape(33, 2) * frames[0].shape[1] / hold[0]["width"]
    m = window_of(points, card["window"], side, crops.CROP)
    grey = [warp(f, m, crops.CROP).astype(np.float32) @ LUMA for f in frames]
    start = int(round(first * fps))
    neutral = np.mean(grey[max(0, start - int(1.3 * fps)) : start + 1], 0)
    x = np.stack([crops.prepared(neutral, g) for g in grey])
    out = np.concatenate([run_folded(parts, x[i : i + 64]) for i in range(0, len(x), 64)])
    return median5(out), start, m


def told_by_events(truth, p, start):
    """The truth has no sit bone value per frame; its events state a peak."""
    inside = np.zeros(len(p), bool)
    told = []
    for event in truth["events"]:
        if event["rule"] != "sit-bone-lift":
            continue
        a, b = int(event["start"] * truth["fps"]), int(event["end"] * truth["fps"]) + 1
        inside[max(0, a - int(1.5 * truth["fps"])) : b + int(1.5 * truth["fps"])] = True
        told.append(f"peak {p[a:b].max():4.1f} of {100 * event['peak']:4.1f} cm")
    quiet = ~inside
    quiet[:start] = False
    return f"{' '.join(told)} elsewhere 95 % below {np.percentile(np.abs(p[quiet]), 95):4.2f}, largest {np.abs(p[quiet]).max():4.2f}"


def judge(card, parts, file):
    seen = json.load(open(file))
    truth = json.load(open(os.path.splitext(seen["video"])[0] + ".truth.json"))
    if model_of(truth) != card["drill"]:
        return
    read = read_clip(card, parts, seen, truth)
    name = os.path.basename(file)[:-10]
    if read is None:
        print(f"{name:42s} no neutral")
        return
    out, start, window = read
    says = len(card["outputs"])
    mirror = -1 if turned_round(window) else 1
    n = min(len(out), len(truth["frames"]))
    for k, scale in enumerate(card["outputs"]):
        key, times = KEYS.get(scale["name"], (scale["name"], 1))
        if key not in OTHERS and key not in truth["frames"][0]["pelvis"]:
            told = told_by_events(truth, out[:n, k] * scale["unit"] * scale["gain"], start)
            print(f"{name:42s} {scale['name']:9s} {told}")
            continue
        sign = mirror if times == 1 and key not in OTHERS else 1
        true_of = OTHERS.get(key, lambda frame: frame["pelvis"][key])
        y = np.array([true_of(f) * times * sign for f in truth["frames"]])[:n]
        y = y - np.mean(y[:start])
        p = out[:n, k] * scale["unit"] * scale["gain"]
        sd = np.maximum(np.exp(np.clip(out[:n, says + k], -4, 2)) * scale["unit"] * scale["spread"], scale["leastSd"])
        y, p, sd = y[start:], p[start:], sd[start:]
        event = np.abs(y) > 0.3 * max(np.abs(y).max(), 1e-9)
        big = np.abs(y).max() > (4 if times == 1 else 1.5)
        slope = f"slope {np.sum(p*y)/np.sum(y*y):5.2f} line {np.polyfit(y, p, 1)[0]:5.2f} r {np.corrcoef(p, y)[0,1]:5.2f} peak {p[np.abs(y).argmax()]:6.1f} of {y[np.abs(y).argmax()]:6.1f}" if big else " " * 53
        still = np.abs(y) < (1 if times == 1 else 0.3)
        print(f"{name:42s} {scale['name']:9s} MAE {np.abs(p-y).mean():4.2f} {slope} false95 {np.percentile(np.abs(p[still]-0),95) if still.sum()>5 else float('nan'):4.2f} sd {np.median(sd):4.2f} in90 {np.mean(np.abs(p-y)<1.645*sd):4.2f}")


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--model", required=True)
    ask.add_argument("--seen", required=True)
    a = ask.parse_args()
    card, parts = read_model(a.model)
    for file in sorted(glob.glob(os.path.join(a.seen, "*.seen.json"))):
        judge(card, parts, file)


if __name__ == "__main__":
    main()
