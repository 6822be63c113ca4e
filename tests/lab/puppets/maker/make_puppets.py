"""Draws puppets: python3 make_puppets.py JOBS.json OUT.

JOBS is a list of legs: name, picture (a file), side, height (metres), knee, ankle, hip, toe (pixels), shin and foot (outlines; absent:
around the joints, which then need a heel), angles (degrees to draw), and for rendered people `known` (parameters of `leg_geometry.py`)
and `bend`.
OUT gets one NAME-INDEX.png an angle, and made.json: per leg the knee's bend with its standard deviation, and per angle the turn in the
picture, the ankle's way and the standard deviation of the truth.
"""

import json
import sys
from pathlib import Path

import cv2

from cut_out import outline_of
from leg_geometry import Leg
from puppet import Puppet


# What the rotation would be if every knee were bent by this much, degrees: shows how much hangs on the estimate.
ASSUMED_BEND = 85


def made_of(job, out):
    picture = cv2.imread(job["picture"])
    if picture is None:
        raise SystemExit(f"{job['picture']} is not a picture that can be read")
    job = {**job, "width": picture.shape[1], "tall": picture.shape[0]}
    if "shin" not in job:
        job["shin"], job["foot"] = outline_of(job)
    estimated = Leg(job)
    lifted = Leg(job, job["known"], job["bend"]) if "known" in job else estimated
    assumed = Leg(job, bend=ASSUMED_BEND)
    puppet = Puppet(picture, job, lifted)
    frames = []
    for index, degrees in enumerate(job["angles"]):
        in_picture, _ = lifted.in_picture(lifted.q, degrees)
        file = out / f"{job['name']}-{index}.png"
        cv2.imwrite(str(file), puppet.at(degrees), [cv2.IMWRITE_PNG_COMPRESSION, 1])
        frames.append(
            {
                "degrees": degrees,
                "file": str(file),
                "inPicture": in_picture,
                "ifAssumed": assumed.rotation_of(in_picture),
                "ankle": puppet.ankle_at(degrees),
                "truthSd": lifted.truth_sd(degrees),
            }
        )
    return {
        "name": job["name"],
        "bend": float(estimated.bend(estimated.q)),
        "bendSd": estimated.sd_of(estimated.bend),
        "bendDrawn": float(lifted.bend(lifted.q)),
        "offSight": float(lifted.off_sight(lifted.q)),
        "frames": frames,
    }


def main():
    jobs, out = json.loads(Path(sys.argv[1]).read_text()), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    # Small pictures: threads cost more than they save.
    cv2.setNumThreads(1)
    made = []
    for job in jobs:
        made.append(made_of(job, out))
        print(job["name"], flush=True)
    (out / "made.json").write_text(json.dumps(made))


if __name__ == "__main__":
    main()
