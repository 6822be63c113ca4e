"""Cuts a shin with its foot out of a picture, and fills the hole."""

import cv2
import numpy as np

# Pixels on both sides of the outline in which grabCut may move it, in a picture 850 wide.
BAND = 3
# What a hole may be filled from, beyond its own box: pixels to the left, above, to the right, below.
WINDOW = (70, 30, 70, 30)


def along(leg, shape):
    """Place of each pixel along the line from knee (0) to ankle (1)."""
    knee, ankle = np.array(leg["knee"], float), np.array(leg["ankle"], float)
    y, x = np.mgrid[0 : shape[0], 0 : shape[1]].astype(np.float32)
    d = ankle - knee
    return ((x - knee[0]) * d[0] + (y - knee[1]) * d[1]) / (d @ d)


def outline_of(leg):
    """Outlines of shin and foot around true joints, for a rendered person who has none drawn by hand."""
    knee, ankle, heel, toe = (np.array(leg[name], float) for name in ("knee", "ankle", "heel", "toe"))
    d = ankle - knee
    length = np.hypot(*d)
    n = np.array([-d[1], d[0]]) / length
    widths = ((-0.12, 0.17), (0.0, 0.17), (0.3, 0.16), (0.6, 0.12), (0.85, 0.09), (1.06, 0.1))
    right = [knee + t * d + w * length * n for t, w in widths]
    left = [knee + t * d - w * length * n for t, w in widths]
    r = 0.1 * length
    circle = [np.array([np.cos(t), np.sin(t)]) * r for t in np.linspace(0, 2 * np.pi, 12)]
    foot = cv2.convexHull(np.array([c + p for p in (ankle, heel, toe) for c in circle], np.float32))[:, 0]
    return np.array(right + left[::-1]), foot


def mask_of(picture, leg, band=BAND):
    """1 inside shin and foot. The drawn outline, moved to the edge that is seen nearby."""
    shape = picture.shape[:2]
    drawn = np.zeros(shape, np.uint8)
    for part in ("shin", "foot"):
        cv2.fillPoly(drawn, [np.round(np.array(leg[part])).astype(np.int32)], 1)
    square = np.ones((2 * band + 1,) * 2, np.uint8)
    inner, outer = cv2.erode(drawn, square), cv2.dilate(drawn, square)
    guess = np.full(shape, cv2.GC_BGD, np.uint8)
    guess[outer > 0], guess[drawn > 0], guess[inner > 0] = cv2.GC_PR_BGD, cv2.GC_PR_FGD, cv2.GC_FGD
    x, y, w, h = cv2.boundingRect(outer)
    part = np.s_[max(0, y - 40) : y + h + 40, max(0, x - 40) : x + w + 40]
    found = guess[part].copy()
    cv2.setRNGSeed(1)
    cv2.grabCut(picture[part].copy(), found, None, np.zeros((1, 65)), np.zeros((1, 65)), 4, cv2.GC_INIT_WITH_MASK)
    mask = np.zeros(shape, np.uint8)
    mask[part] = ((found == cv2.GC_FGD) | (found == cv2.GC_PR_FGD)).astype(np.uint8)
    # Dark shoes on dark floors have no edge: there, and above the knee, the drawn outline counts.
    t = along(leg, shape)
    mask = np.where((t > 0.97) | (t < 0), drawn, mask).astype(np.uint8)
    mask = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask)
    return (labels == 1 + np.argmax(stats[1:, 4])).astype(np.uint8) if count > 1 else mask


def filled(picture, hole, window=WINDOW):
    """The picture with a hole that is filled from its surroundings (shift map)."""
    x, y, w, h = cv2.boundingRect(hole)
    left, above, right, below = window
    part = np.s_[max(0, y - above) : y + h + below, max(0, x - left) : x + w + right]
    around, mask = picture[part], hole[part]
    made = np.zeros_like(around)
    lab = cv2.cvtColor(around, cv2.COLOR_BGR2Lab)
    cv2.setRNGSeed(1)
    cv2.xphoto.inpaint(lab, ((mask == 0) * 255).astype(np.uint8), made, cv2.xphoto.INPAINT_SHIFTMAP)
    made = cv2.cvtColor(made, cv2.COLOR_Lab2BGR)
    soft = cv2.GaussianBlur((mask > 0).astype(np.float32), (0, 0), 1.0)
    soft = np.where(mask > 0, 1, soft)[..., None]
    result = picture.copy()
    result[part] = (soft * made + (1 - soft) * around).astype(np.uint8)
    return result
