"""Sweeps and maps in PyTorch, two threads: one point after the other, all networks of a point at once with bmm.

Reads {"points": [{"activation", "depth", "width", "batch", "seeds", "gain", "bias"}, …]} on standard input, prints
{"version", "threads", "ms"} on standard output. Each point draws Gaussian networks (σ_w² = gain, σ_b² = bias) and ten clusters,
goes forward and backward, and reports of each layer and network what our report has; `gain` null draws Glorot uniform.
"""

import importlib.util
import json
import pathlib
import sys
import time

import torch
import torch.nn.functional as F

path = pathlib.Path(__file__).with_name("torch-bench.py")
spec = importlib.util.spec_from_file_location("torch_bench", path)
torch_bench = importlib.util.module_from_spec(spec)
spec.loader.exec_module(torch_bench)

# φ, and φ′ told by z and φ(z)
ACTIVATIONS = {
    "sigmoid": (torch.sigmoid, lambda z, hidden: hidden * (1 - hidden)),
    "tanh": (torch.tanh, lambda z, hidden: 1 - hidden * hidden),
    "relu": (torch.relu, lambda z, hidden: (z > 0).float()),
}


def draw(shape, point, generator):
    if point["gain"] is None:
        return torch_bench.glorot(shape, generator)
    return (torch.randn(shape, generator=generator) * (point["gain"] / shape[-2]) ** 0.5).requires_grad_()


def measure(point, first_seed):
    activation, slope = ACTIVATIONS[point["activation"]]
    seeds, width = point["seeds"], point["width"]
    generator = torch.Generator().manual_seed(first_seed)
    hidden, classes = torch_bench.clusters(seeds, point["batch"], width, generator)
    weights = [draw((seeds, *shape), point, generator) for shape in torch_bench.shapes(point["depth"], width)]
    biases = [torch.randn((seeds, 1, width), generator=generator) * point["bias"] ** 0.5 for _ in weights[:-1]]
    pre_activations, activations = [], []
    for weight, bias in zip(weights[:-1], biases):
        z = torch.baddbmm(bias, hidden, weight)
        z.retain_grad()
        pre_activations.append(z)
        hidden = activation(z)
        activations.append(hidden)
    logits = torch.bmm(hidden, weights[-1])
    loss = F.cross_entropy(logits.flatten(0, 1), classes.repeat(seeds), reduction="sum") / point["batch"]
    loss.backward()
    return torch_bench.observe(pre_activations, activations, weights, False, slope)


def main():
    points = json.load(sys.stdin)["points"]
    torch.set_num_threads(2)
    for point in points[:2]:
        measure(point, 0)
    started = time.perf_counter()
    for point in points:
        measure(point, 0)
    ms = (time.perf_counter() - started) * 1000
    print(json.dumps({"version": torch.__version__, "threads": torch.get_num_threads(), "ms": ms}))


main()
