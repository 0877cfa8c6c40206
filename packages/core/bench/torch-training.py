"""Steps of training in PyTorch, two threads, on the networks and data of training-cases.ts.

Reads {"net", "depth", "width", "batch", "side", "optimizer", "byCells", "budgetMs", "mostRuns"} on standard input, prints
{"version", "threads", "medianMs", "bestMs"} on standard output. A step draws a batch of ten Gaussian clusters, goes forward and
backward, takes the optimizer's step, and reads loss and accuracy: what our step does, without the norms that ours records.
"""

import json
import statistics
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn

CLASSES = 10


class Recurrent(nn.Module):
    """An LSTM over the features of an example, step after step, and a readout of its last state."""

    def __init__(self, depth, width):
        super().__init__()
        self.depth, self.width = depth, width
        self.cell = nn.LSTM(width, width, batch_first=True)
        self.readout = nn.Linear(width, CLASSES)

    def forward(self, inputs):
        states, _ = self.cell(inputs.view(-1, self.depth, self.width))
        return self.readout(states[:, -1])


class RecurrentByCells(nn.Module):
    """The same, one cell after the other, as a step by itself has to be written."""

    def __init__(self, depth, width):
        super().__init__()
        self.depth, self.width = depth, width
        self.cell = nn.LSTMCell(width, width)
        self.readout = nn.Linear(width, CLASSES)

    def forward(self, inputs):
        steps = inputs.view(-1, self.depth, self.width)
        state = None
        for step in range(self.depth):
            state = self.cell(steps[:, step], state)
        return self.readout(state[0])


class Convolutional(nn.Module):
    """Convolutions of three by three on planes of as many channels as the net is wide, the mean over positions, a readout."""

    def __init__(self, depth, width, side):
        super().__init__()
        self.shape = (width, side, side)
        self.layers = nn.ModuleList(nn.Conv2d(width, width, 3, padding=1) for _ in range(depth))
        self.readout = nn.Linear(width, CLASSES)

    def forward(self, inputs):
        images = inputs.view(-1, *self.shape)
        for layer in self.layers:
            images = torch.tanh(layer(images))
        return self.readout(images.mean((2, 3)))


def plain(depth, width):
    hidden = [part for _ in range(depth) for part in (nn.Linear(width, width), nn.Tanh())]
    return nn.Sequential(*hidden, nn.Linear(width, CLASSES))


def build(case):
    depth, width, side = case["depth"], case["width"], case["side"]
    if case["net"] == "lstm":
        return (RecurrentByCells if case["byCells"] else Recurrent)(depth, width), depth * width
    if case["net"] == "cnn":
        return Convolutional(depth, width, side), width * side * side
    return plain(depth, width), width


def main():
    case = json.load(sys.stdin)
    torch.set_num_threads(2)
    torch.manual_seed(0)
    net, features = build(case)
    optimizer = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam}[case["optimizer"]](net.parameters(), lr=0.001)
    centres = torch.randn(CLASSES, features)
    classes = torch.arange(case["batch"]) % CLASSES

    def step():
        inputs = 0.5**0.5 * (centres[classes] + torch.randn(case["batch"], features))
        outputs = net(inputs)
        loss = F.cross_entropy(outputs, classes)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        return loss.item(), (outputs.argmax(1) == classes).float().mean().item()

    for _ in range(5):
        step()
    times = []
    while len(times) < 3 or (sum(times) < case["budgetMs"] and len(times) < case["mostRuns"]):
        started = time.perf_counter()
        step()
        times.append((time.perf_counter() - started) * 1000)
    answer = {
        "version": torch.__version__,
        "threads": torch.get_num_threads(),
        "medianMs": statistics.median(times),
        "bestMs": min(times),
    }
    print(json.dumps(answer))


main()
