"""The leg network: a heat map per joint from coarse and fine features, a standard deviation, and optionally segment slants."""
import torch
import torch.nn as nn
import torch.nn.functional as F

WIDTHS = (16, 32, 48, 64, 96)
MERGED = (48, 32)
# Layer sizes of the slant branch: features per coarse cell, and hidden units.
SQUEEZED, MET = 24, 64


def block(of, out, kernel, stride):
    return nn.Sequential(nn.Conv2d(of, out, kernel, stride, kernel // 2, bias=False), nn.BatchNorm2d(out), nn.ReLU(True))


class LegNet(nn.Module):
    def __init__(self, joints, slants=0, size=(128, 128)):
        """slants: number of segment slants to predict, from crops of this width and height"""
        super().__init__()
        w, m = WIDTHS, MERGED
        self.c1 = block(1, w[0], 5, 2)
        self.c2 = block(w[0], w[1], 3, 2)
        self.c3 = block(w[1], w[1], 3, 1)
        self.c4 = block(w[1], w[2], 3, 2)
        self.c5 = block(w[2], w[3], 3, 1)
        self.c6 = block(w[3], w[4], 3, 2)
        self.c7 = block(w[4], w[4], 3, 1)
        self.c8 = block(w[4], w[4], 3, 1)
        self.coarse8 = nn.Conv2d(w[4], m[0], 1)
        self.fine16 = nn.Conv2d(w[3], m[0], 1)
        self.u16 = block(m[0], m[0], 3, 1)
        self.coarse16 = nn.Conv2d(m[0], m[1], 1)
        self.fine32 = nn.Conv2d(w[1], m[1], 1)
        self.u32 = block(m[1], m[1], 3, 1)
        self.maps = nn.Conv2d(m[1], joints, 1)
        self.spreads = nn.Linear(w[4], joints)
        self.told = slants
        if slants:
            self.squeezed = block(w[4], SQUEEZED, 1, 1)
            self.met = nn.Linear(SQUEEZED * size[0] * size[1] // 256, MET)
            self.slants = nn.Linear(MET, 2 * slants)

    def forward(self, x):
        a = self.c3(self.c2(self.c1(x)))
        b = self.c5(self.c4(a))
        c = self.c8(self.c7(self.c6(b)))
        d = self.u16(joined(self.coarse8(c), self.fine16(b)))
        e = self.u32(joined(self.coarse16(d), self.fine32(a)))
        # Flattened in the app's order: rows, columns, features.
        slants = self.slants(F.relu(self.met(self.squeezed(c).permute(0, 2, 3, 1).flatten(1)))) if self.told else None
        return self.maps(e), self.spreads(c.mean((2, 3))), slants


def joined(coarse, fine):
    return F.relu(F.interpolate(coarse, scale_factor=2, mode="nearest") + fine)


# The steps of the network as the app runs them (leg-model.ts): (name, input) and type.
STEPS = [
    ("c1", "input", "block"), ("c2", "c1", "block"), ("c3", "c2", "block"), ("c4", "c3", "block"), ("c5", "c4", "block"),
    ("c6", "c5", "block"), ("c7", "c6", "block"), ("c8", "c7", "block"), ("coarse8", "c8", "plain"), ("fine16", "c5", "plain"),
    ("j16", ["coarse8", "fine16"], "joined"), ("u16", "j16", "block"), ("coarse16", "u16", "plain"), ("fine32", "c3", "plain"),
    ("j32", ["coarse16", "fine32"], "joined"), ("u32", "j32", "block"), ("maps", "u32", "plain"), ("mean", "c8", "mean"),
    ("spreads", "mean", "product"),
]  # fmt: skip
SLANT_STEPS = [("squeezed", "c8", "block"), ("met", "squeezed", "sharp product"), ("slants", "met", "product")]


def axis(cells):
    return (torch.arange(cells) + 0.5) / cells


def middles(maps):
    """Expected position of each heat map, as shares of the crop's width and height."""
    p = torch.softmax(maps.flatten(2), 2).view(maps.shape)
    return torch.stack([(p.sum(2) * axis(maps.shape[3])).sum(2), (p.sum(3) * axis(maps.shape[2])).sum(2)], 2)
