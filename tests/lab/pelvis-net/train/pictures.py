"""Cutting of crops, as in the app (src/instrument/networks/crop-window.ts, crop-pixels.ts)."""
import cv2
import numpy as np

cv2.setNumThreads(1)
LUMA = np.array([0.114, 0.587, 0.299], np.float32)  # OpenCV's order: blue, green, red


def frames_of(video):
    reader, frames = cv2.VideoCapture(video), []
    while (got := reader.read())[0]:
        frames.append(got[1])
    return frames


def unit_of(points, window):
    """The same as windowUnit."""
    p = np.asarray(points, np.float64).reshape(33, -1)[:, :2]
    if window["unit"] == "trunk":
        return np.hypot(*((p[11] + p[12]) / 2 - (p[23] + p[24]) / 2))
    return (np.hypot(*(p[25] - p[23])) + np.hypot(*(p[26] - p[24]))) / 2


def window_of(points, window, side, size):
    """The same as cropWindow: picture to crop. points: 33 x 2; size: the crop's width and height."""
    p = np.asarray(points, np.float64).reshape(33, -1)[:, :2]
    hip, shoulder = (p[23] + p[24]) / 2, (p[11] + p[12]) / 2
    trunk = np.hypot(*(shoulder - hip))
    length = unit_of(points, window)
    head = np.array([0.0, -1.0]) if window["upright"] else (shoulder - hip) / trunk
    turned = head[0] > 0 if window.get("alike") == "both-sides" else side == "right"
    mirror = -1 if turned else 1
    if window["upright"]:
        right, down = np.array([mirror, 0.0]), np.array([0.0, 1.0])
    else:
        right, down = -head, mirror * np.array([head[1], -head[0]])
    square = right if window["upright"] else down
    scale = size[0] / (window["side"] * length)
    m = np.zeros((2, 3))
    m[0, :2], m[1, :2] = scale * right, scale * down
    m[:, 2] = np.array(size) / 2 - m[:, :2] @ (hip + length * (window["above"] * head + window.get("aside", 0) * square))
    return m


def turned_round(matrix):
    """The same as isCropMirrored: whether a crop is a mirror image."""
    return np.linalg.det(np.array(matrix)[:, :2]) < 0


def warp(picture, matrix, size):
    """Cuts a crop of a width and height out of a picture, with four samples per pixel."""
    twice = np.array(matrix, np.float64) * 2
    # The matrix refers to pixel corners, OpenCV to pixel centres.
    twice[:, 2] += twice[:, :2] @ [0.5, 0.5] - 0.5
    large = cv2.warpAffine(picture, twice, (2 * size[0], 2 * size[1]), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return cv2.resize(large, size, interpolation=cv2.INTER_AREA)


def tiles_in(sheet, tile, count):
    """The crops of one scene from its sheet, five per row (crop-sheet.ts)."""
    return [sheet[i // 5 * tile :, i % 5 * tile :][:tile, :tile] for i in range(count)]


def way_between(cut, window):
    """Shift from the middle of one plan's tile to the middle of another plan's window, right and down, in their common unit."""
    along, beside = cut["above"] - window["above"], window.get("aside", 0) - cut.get("aside", 0)
    # Crops show the head on the left if the person lies, and at the top otherwise.
    return (beside, along) if window["upright"] else (along, beside)


def lifted(grey):
    """Square root of grey, 0..1: makes the texture of dark cloth visible above the noise."""
    return np.sqrt(np.clip(grey, 0, 255) / 255.0).astype(np.float32)
