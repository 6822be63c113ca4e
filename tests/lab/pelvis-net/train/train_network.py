"""One pelvis network from its random people to weights and card: renders, trains from random weights, exports.

    python3 train_network.py pelvis-ninety-ninety-stretch --work FOLDER

The same recipe gives the same weights on the same machine and versions: scenes follow from their seeds, the training from seed
and steps. Weights, card and a page about the run go to FOLDER/models; what an earlier run has rendered is used again.
"""
import argparse
import hashlib
import json
import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, "../../../.."))


def recipe(scenes, lots, steps, seed=0):
    """scenes: `--drill` of `npm run pelvis-data`. lots: seed, number of scenes and drawn bodies of each."""
    return dict(scenes=scenes, lots=lots, steps=steps, seed=seed)


# The scenes are those of the shipped networks, and the steps those of all their runs together (models/*.md).
RECIPES = {
    "pelvis-supine-sleeper-side": recipe("supine-sleeper-side", [(1, 170, 60)], 8500, seed=1),
    "pelvis-quadruped-band-ir-side": recipe("quadruped-band-ir-side", [(1, 220, 60)], 10800, seed=1),
    "pelvis-ninety-ninety-stretch": recipe("ninety-ninety-pails-rails", [(1, 12, 0), (2, 95, 40)], 20200),
    "pelvis-ninety-ninety-pails-rails": recipe("ninety-ninety-pails-rails-wide", [(22, 279, 600), (23, 219, 600)], 39400, seed=5),
}


def run(*command):
    """Runs a command; the time that it took, in minutes."""
    began = time.time()
    print("$", *command, flush=True)
    subprocess.run([str(word) for word in command], check=True, cwd=ROOT)
    return round((time.time() - began) / 60, 1)


def rendered(plan, work, most):
    """Renders the scenes of each lot. Returns the folders and the minutes."""
    folders, minutes = [], 0
    for seed, scenes, drawn in plan["lots"]:
        folder = os.path.join(work, f"{plan['scenes']}-{seed}")
        count = min(scenes, most or scenes)
        minutes += run("npm", "run", "--silent", "pelvis-data", "--", "--drill", plan["scenes"], "--seed", seed, "--scenes", count, "--drawn", drawn, "--out", folder)
        folders.append(folder)
    return folders, round(minutes, 1)


def page(name, plan, folders, minutes, steps, digest):
    """What was done, as a page beside the card."""
    count = sum(f.endswith(".json") for folder in folders for f in os.listdir(folder))
    lots = "; ".join(f"seed {seed} with `--drawn {drawn}`" for seed, _, drawn in plan["lots"])
    rows = [
        ("data", f"{count} rendered scenes × 25 crops: `npm run pelvis-data -- --drill {plan['scenes']}`, {lots}"),
        ("training", f"seed {plan['seed']}, from random weights: {steps} steps of 32 on one thread"),
        ("time", f"{minutes['data']} minutes of rendering, {minutes['training']} of training"),
        ("weights", f"SHA-256 `{digest}`"),
    ]
    table = "\n".join(f"| {name} | {text} |" for name, text in rows)
    return f"# {name}\n\nMade by `train_network.py {name}`.\n\n| | |\n|---|---|\n{table}\n"


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("network", choices=RECIPES)
    ask.add_argument("--work", required=True, help="folder for scenes, runs and the new model")
    ask.add_argument("--scenes", type=int, help="at most so many scenes of each lot, for a trial")
    ask.add_argument("--steps", type=int, help="so many steps, for a trial")
    a = ask.parse_args()
    plan, work = RECIPES[a.network], os.path.abspath(a.work)
    drill = a.network.removeprefix("pelvis-")
    steps, runs, models = a.steps or plan["steps"], os.path.join(work, "run"), os.path.join(work, "models")
    folders, minutes = rendered(plan, os.path.join(work, "scenes"), a.scenes)
    script = lambda name: (sys.executable, os.path.join(HERE, f"{name}_pelvis.py"))
    training = run(*script("train"), "--drill", drill, "--data", *folders, "--out", runs, "--steps", steps, "--seed", plan["seed"])
    weights = os.path.join(runs, f"{drill}.pt")
    run(*script("export"), "--weights", weights, "--data", *folders, "--models", models)
    numbers = open(os.path.join(models, f"{a.network}.bin"), "rb").read()
    digest = hashlib.sha256(numbers).hexdigest()
    card = json.load(open(os.path.join(models, f"{a.network}.json")))
    assert card["weights"]["sha256"] == digest
    text = page(a.network, plan, folders, dict(data=minutes, training=training), steps, digest)
    open(os.path.join(models, f"{a.network}.md"), "w").write(text)
    print(text)


if __name__ == "__main__":
    main()
