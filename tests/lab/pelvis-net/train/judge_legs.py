"""Joint errors of a trained model and of BlazePose in recorded clips (`node tools/pelvis-clips.mjs`).

    python3 judge_legs.py --drill supine-sleeper --weights FOLDER/supine-sleeper-legs.pt --seen FOLDER ... [--out FOLDER]
"""
import argparse
import glob
import json
import os

import numpy as np
import torch

import leg_crops as crops
from judge_clips import model_of
from pictures import LUMA, frames_of, turned_round, unit_of, warp, window_of
from train_legs import predict, untaught


# Seconds for which a clip holds the reference pose.
HOLD = 2.6


def working_of(truth, drill, seen):
    """The working side of a crop. Where both legs work, it is the leg farther from the lens."""
    if drill["window"].get("alike") != "both-sides":
        return truth["side"]
    points = next(one["points"] for one in seen if one["points"])
    return "right" if turned_round(window_of(points, drill["window"], "left", drill["size"])) else "left"


def judge(net, drill, seen, truth, frames):
    side = working_of(truth, drill, seen)
    joints = crops.landmarks_of(side)
    x, windows, true, theirs, numbers = [], [], [], [], []
    start = [unit_of(one["points"], drill["window"]) for one in seen if one["points"] and one["time"] < HOLD]
    length = np.mean(start) if drill.get("sized_by") == "neutral" else None
    for number, one in enumerate(seen):
        if not one["points"]:
            continue
        i = min(len(frames), len(truth["frames"])) - 1
        i = min(i, round(one["time"] * truth["fps"]))
        scale = one["width"] / frames[i].shape[1]
        m = window_of(one["points"], drill["window"], side, drill["size"], length)
        in_frame = np.hstack([m[:, :2] * scale, m[:, 2:]])
        x.append(crops.prepared(warp(frames[i], in_frame, drill["size"]).astype(np.float32) @ LUMA))
        windows.append(m)
        numbers.append(number)
        true.append(np.array(truth["frames"][i]["landmarks"])[joints, :2] * (one["width"] / truth["width"]))
        theirs.append(np.array(one["points"]).reshape(33, -1)[joints, :2])
    p, sd, said_slants, slant_sd = predict(net, np.stack(x))
    pixels = np.array([drill["size"][0] / np.sqrt(abs(np.linalg.det(m[:, :2]))) for m in windows])  # side of the window
    ours = np.stack([(q * drill["size"] - m[:, 2]) @ np.linalg.inv(m[:, :2]).T for q, m in zip(p, windows)])
    trunk = pixels / drill["window"]["side"]
    off = [100 * np.hypot(*(points - np.stack(true)).transpose(2, 0, 1)) / trunk[:, None] for points in (ours, np.stack(theirs))]
    said = [
        dict(n=n, p=q.round(2).tolist(), sd=(s / 100 * w).round(2).tolist(), slants=t.round(4).tolist(), slantSd=u.round(4).tolist())
        for n, q, s, w, t, u in zip(numbers, ours, sd, pixels, said_slants, slant_sd)
    ]
    return off[0].mean(0), off[1].mean(0), said


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--drill", required=True)
    ask.add_argument("--weights", required=True)
    ask.add_argument("--seen", nargs="+", required=True)
    ask.add_argument("--out")
    a = ask.parse_args()
    torch.set_num_threads(1)
    net = untaught(crops.DRILLS[a.drill])
    net.load_state_dict(torch.load(a.weights))
    print("mean error of", crops.JOINTS, "in hundredths of the window's unit, the trunk or a thigh")
    done = {}
    for file in sorted(f for folder in a.seen for f in glob.glob(os.path.join(folder, "*.seen.json"))):
        clip = json.load(open(file))
        name = os.path.basename(clip["video"])[:-5]
        truth = json.load(open(clip["video"][:-5] + ".truth.json"))
        if model_of(truth) not in crops.DRILLS[a.drill]["judged_in"] or name in done:
            continue
        ours, theirs, said = judge(net, crops.DRILLS[a.drill], clip["seen"], truth, frames_of(clip["video"]))
        done[name] = (ours, theirs)
        print(name.ljust(52), ours.round(1), "BlazePose", theirs.round(1), flush=True)
        if a.out:
            os.makedirs(a.out, exist_ok=True)
            json.dump(said, open(os.path.join(a.out, name + ".legs.json"), "w"))
    print("mean".ljust(52), *(np.mean([d[k] for d in done.values()], 0).round(1) for k in (0, 1)))


if __name__ == "__main__":
    main()
