"""One leg of a picture in three dimensions.

Frame of the camera: x right, y down, z away from the lens; metres. Angles in degrees. The leg is fitted to its marks and to what is
known of bodies and seats by damped least squares, so each result has a standard deviation.
"""

import numpy as np

# Parameters, in order, with expected value and standard deviation. `toe_out` is the foot's turn from the thigh's direction.
PRIORS = {
    "log_depth": (0.9, 1.0),  # of the knee, log metres
    "azimuth": (0.0, 40.0),  # of the thigh, from the line towards the camera to the picture's right
    "rise": (-4.0, 6.0),  # of the knee over the hip: the hip's centre is 9 cm above the seat, the knee's 5 cm
    "forward": (0.0, 10.0),  # lean of the shin: the foot before the knee is positive
    "sideways": (0.0, 20.0),  # lean of the shin to the picture's right
    "pitch": (8.0, 8.0),  # of the camera, downwards
    "log_focal": (np.log(1.25), 0.3),  # in picture widths
    "log_thigh": (np.log(0.245), 0.04),  # share of the body's height (Winter 2009)
    "log_shank": (np.log(0.246), 0.04),
    "toe_out": (10.0, 20.0),
    "foot_pitch": (0.0, 4.0),  # the sole against the floor; toes up is positive
    "knee_x": (0.0, 1.0),  # error of the knee's mark, in its own standard deviations
    "knee_y": (0.0, 1.0),
}
NAMES = tuple(PRIORS)
# Standard deviations of marks, pixels, in a picture 850 wide (tests/real/README.md). The hip is under cloth.
MARK_SD = {"knee": 4.0, "ankle": 4.0, "hip": 14.0, "toe": 5.0}
MARKED_WIDTH = 850
# From the ankle's centre to the tip of a shoe: forward and down, share of the body's height.
TOE_FORWARD, TOE_DOWN = 0.112, 0.042


def turn_about(axis, degrees):
    """Rotation matrix about an axis."""
    a, t = axis / np.linalg.norm(axis), np.radians(degrees)
    x = np.array([[0, -a[2], a[1]], [a[2], 0, -a[0]], [-a[1], a[0], 0]])
    return np.eye(3) + np.sin(t) * x + (1 - np.cos(t)) * x @ x


def least_squares(residuals, start, rounds=60):
    """Levenberg–Marquardt with a numeric derivative. Gives the best parameters and their covariance."""

    def slope(q, r):
        return np.stack([(residuals(q + e) - r) / 1e-5 for e in 1e-5 * np.eye(len(q))], 1)

    q, damping = np.array(start, float), 1e-2
    r = residuals(q)
    for _ in range(rounds):
        j = slope(q, r)
        normal = j.T @ j
        step = np.linalg.solve(normal + damping * np.diag(np.diag(normal)), -j.T @ r)
        tried = residuals(q + step)
        if tried @ tried < r @ r:
            q, r, damping = q + step, tried, max(damping / 4, 1e-9)
        else:
            damping *= 5
        if damping > 1e9:
            break
    j = slope(q, r)
    return q, np.linalg.inv(j.T @ j)


# Of a rendered person the joints are known to a fraction of a pixel, and nothing is expected of the posture.
EXACT_MARKS = {"knee": 0.05, "ankle": 0.05, "hip": 0.05, "toe": 100.0}
FREE = {"azimuth": (0.0, 90.0), "rise": (0.0, 60.0), "forward": (0.0, 60.0), "sideways": (0.0, 60.0)}


class Leg:
    """A leg with its camera. `known`, for rendered people: parameters that are not estimated. `bend`: of the knee, if it is known."""

    def __init__(self, job, known=None, bend=None):
        self.side, self.height = job["side"], job["height"]
        self.width, (self.cx, self.cy) = job["width"], (job["width"] / 2, job["tall"] / 2)
        scale = job["width"] / MARKED_WIDTH
        self.marks = {name: np.array(job[name], float) for name in MARK_SD}
        self.mark_sd = {name: sd * scale for name, sd in (EXACT_MARKS if known else MARK_SD).items()}
        self.known_bend = bend
        self.priors = {**PRIORS, **(FREE if known else {}), **job.get("priors", {})}
        for name, value in (known or {}).items():
            self.priors[name] = (value, 1e-3)
        self.q, self.covariance = least_squares(self.residuals, np.zeros(len(NAMES)))

    def values(self, q):
        """The parameters in their own units, from standard deviations off their expected values."""
        return {name: self.priors[name][0] + self.priors[name][1] * v for name, v in zip(NAMES, q)}

    def points(self, q):
        """Hip, knee, ankle and toe in the room of the camera, and the focal length in pixels."""
        p = self.values(q)
        focal, pitch = np.exp(p["log_focal"]) * self.width, np.radians(p["pitch"])
        down = np.array([0, np.cos(pitch), np.sin(pitch)])
        near = np.array([0, np.sin(pitch), -np.cos(pitch)])
        right = np.array([1.0, 0, 0])
        a, e = np.radians(p["azimuth"]), np.radians(p["rise"])
        ahead, across = np.sin(a) * right + np.cos(a) * near, np.cos(a) * right - np.sin(a) * near
        mark = self.marks["knee"] + self.mark_sd["knee"] * np.array([p["knee_x"], p["knee_y"]])
        knee = np.exp(p["log_depth"]) * np.array([(mark[0] - self.cx) / focal, (mark[1] - self.cy) / focal, 1])
        thigh = np.exp(p["log_thigh"]) * self.height * (np.cos(e) * ahead - np.sin(e) * down)
        shin = down + np.tan(np.radians(p["forward"])) * ahead + np.tan(np.radians(p["sideways"])) * across
        ankle = knee + np.exp(p["log_shank"]) * self.height * shin / np.linalg.norm(shin)
        outwards = p["toe_out"] * (1 if self.side == "left" else -1)
        foot = turn_about(across, p["foot_pitch"]) @ (TOE_FORWARD * ahead + TOE_DOWN * down)
        toe = ankle + self.height * turn_about(-down, outwards) @ foot
        return {"hip": knee - thigh, "knee": knee, "ankle": ankle, "toe": toe}, focal

    def project(self, point, focal):
        return np.array([focal * point[0] / point[2] + self.cx, focal * point[1] / point[2] + self.cy])

    def residuals(self, q):
        points, focal = self.points(q)
        off = [(self.project(points[name], focal) - self.marks[name]) / self.mark_sd[name] for name in ("hip", "ankle", "toe")]
        known = [] if self.known_bend is None else [(self.bend(q) - self.known_bend) / 0.1]
        return np.concatenate([*off, q, known])

    def bend(self, q):
        """Flexion of the knee; 0 is straight."""
        p, _ = self.points(q)
        thigh, shin = p["knee"] - p["hip"], p["ankle"] - p["knee"]
        return np.degrees(np.arccos(thigh @ shin / np.linalg.norm(thigh) / np.linalg.norm(shin)))

    def off_sight(self, q):
        """Angle between the thigh and the line of sight to the knee."""
        p, _ = self.points(q)
        thigh = p["hip"] - p["knee"]
        return np.degrees(np.arccos(thigh @ p["knee"] / np.linalg.norm(thigh) / np.linalg.norm(p["knee"])))

    def sd_of(self, f):
        """Standard deviation of a function of the parameters."""
        slope = np.array([(f(self.q + e) - f(self.q - e)) / 2e-4 for e in 1e-4 * np.eye(len(self.q))])
        return float(np.sqrt(slope @ self.covariance @ slope))

    def turned(self, q, degrees):
        """The ankle after an internal rotation of the hip, and the matrix that turned it."""
        p, focal = self.points(q)
        axis = p["knee"] - p["hip"]
        # Internal rotation swings the left foot to the picture's right.
        matrix = turn_about(axis, degrees if self.side == "left" else -degrees)
        return p["knee"] + matrix @ (p["ankle"] - p["knee"]), matrix

    def in_picture(self, q, degrees):
        """Angle by which the line from knee to ankle turns in the picture, and the factor on its length."""
        p, focal = self.points(q)
        ankle, _ = self.turned(q, degrees)
        knee, old, new = (self.project(x, focal) for x in (p["knee"], p["ankle"], ankle))
        v, w = old - knee, new - knee
        angle = np.degrees(np.arctan2(v[0] * w[1] - v[1] * w[0], v @ w))
        return float(angle), float(np.hypot(*w) / np.hypot(*v))

    def rotation_of(self, in_picture):
        """The rotation that turns the line from knee to ankle by an angle in the picture."""
        low, high = -75.0, 75.0
        rising = self.in_picture(self.q, 1)[0] > 0
        for _ in range(40):
            middle = (low + high) / 2
            if (self.in_picture(self.q, middle)[0] < in_picture) == rising:
                low = middle
            else:
                high = middle
        return (low + high) / 2

    def truth_sd(self, degrees):
        """How sure the rotation is of which a picture with this turn of the shin speaks."""
        if degrees == 0:
            return 0.0
        at = lambda q, d: self.in_picture(q, d)[0]
        steepness = (at(self.q, degrees + 0.01) - at(self.q, degrees - 0.01)) / 0.02
        return self.sd_of(lambda q: at(q, degrees)) / abs(steepness)
