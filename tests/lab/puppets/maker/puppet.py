"""A picture of a person whose shin can be turned about the thigh."""

import cv2
import numpy as np

from cut_out import WINDOW, along, filled, mask_of
from leg_geometry import Leg

# The skin of the knee follows the shin by degrees: from nothing to all over this share of the shin's length.
KNEE = 0.22
# Pixels drawn anew around the leg at its widest turn, as share of the shin's length.
MARGIN = 0.8


def eased(x):
    x = np.clip(x, 0, 1)
    return x * x * (3 - 2 * x)


class Puppet:
    def __init__(self, picture, leg, lifted: Leg):
        self.picture, self.lifted = picture, lifted
        self.knee, ankle = np.array(leg["knee"], float), np.array(leg["ankle"], float)
        self.length = np.hypot(*(ankle - self.knee))
        self.d = (ankle - self.knee) / self.length
        mask = mask_of(picture, leg, leg.get("band", 3))
        height, width = mask.shape
        y, x = np.mgrid[0:height, 0:width].astype(np.float32)
        grown = cv2.dilate(mask, np.ones((9, 9), np.uint8))
        moves = self.share_at(x - self.knee[0], y - self.knee[1]) > 0.5
        hole = (((grown > 0) & (along(leg, mask.shape) > 0.24)) | ((mask > 0) & moves)).astype(np.uint8)
        self.behind = filled(picture, hole, leg.get("window", WINDOW))
        self.alpha = cv2.GaussianBlur(mask.astype(np.float32), (0, 0), 0.8)
        left, top, w, h = cv2.boundingRect(mask)
        m = int(MARGIN * self.length)
        self.part = np.s_[max(0, top - 10) : top + h + m // 2, max(0, left - m) : left + w + m]
        self.dx, self.dy = x[self.part] - self.knee[0], y[self.part] - self.knee[1]

    def share_at(self, dx, dy):
        """How much of the turn a place takes part in, by its place before the turn."""
        return eased(((dx * self.d[0] + dy * self.d[1]) / (KNEE * self.length) + 0.55))

    def at(self, degrees):
        """The picture after an internal rotation of the hip."""
        angle, scale = self.lifted.in_picture(self.lifted.q, degrees)
        angle = np.radians(angle)
        qx, qy = self.dx.copy(), self.dy.copy()
        for _ in range(12):
            w = self.share_at(qx, qy)
            c, s = np.cos(-angle * w), np.sin(-angle * w)
            rx, ry = c * self.dx - s * self.dy, s * self.dx + c * self.dy
            k = (1 / (1 + (scale - 1) * w) - 1) * (rx * self.d[0] + ry * self.d[1])
            qx, qy = 0.5 * (qx + rx + k * self.d[0]), 0.5 * (qy + ry + k * self.d[1])
        mx, my = (qx + self.knee[0]).astype(np.float32), (qy + self.knee[1]).astype(np.float32)
        layer = cv2.remap(self.picture, mx, my, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
        alpha = cv2.remap(self.alpha, mx, my, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)[..., None]
        result = self.behind.copy()
        result[self.part] = np.clip(alpha * layer + (1 - alpha) * self.behind[self.part], 0, 255).astype(np.uint8)
        return result

    def ankle_at(self, degrees):
        """Way of the ankle in the picture, pixels. The knee stays."""
        angle, scale = self.lifted.in_picture(self.lifted.q, degrees)
        c, s = np.cos(np.radians(angle)), np.sin(np.radians(angle))
        x, y = self.d * self.length
        return [scale * (c * x - s * y) - x, scale * (s * x + c * y) - y]
