"""The same experiments in PyTorch, two threads, weights drawn anew each time.

Reads {"seeds", "depth", "width", "batch", "budgetMs", "mostRuns"} on standard input, prints {"version", "threads",
"loop": {"medianMs", "bestMs"}, "batched": {…}} on standard output. Each form does what a question asks:
draw sigmoid networks (Glorot uniform) and ten Gaussian clusters, go forward, softmax cross-entropy, backward, and
report per layer the RMS of the gradient at the pre-activation and the norm of the weight gradient of each network.
"""

import json
import statistics
import sys
import time

import torch
import torch.nn.functional as F

CLASSES = 10


def glorot(shape, generator):
    limit = (6 / (shape[-2] + shape[-1])) ** 0.5
    return torch.empty(shape).uniform_(-limit, limit, generator=generator).requires_grad_()


def clusters(seeds, batch, width, generator):
    centres = torch.randn(seeds, CLASSES, width, generator=generator)
    classes = torch.arange(batch) % CLASSES
    noise = torch.randn(seeds, batch, width, generator=generator)
    return 0.5**0.5 * (centres[:, classes] + noise), classes


def shapes(depth, width):
    return [(width, width)] * depth + [(width, CLASSES)]


def one_network(case, seed):
    """A loop as a user would write it: one network, autograd, gradients kept at the pre-activations."""
    generator = torch.Generator().manual_seed(seed)
    inputs, classes = clusters(1, case["batch"], case["width"], generator)
    weights = [glorot(shape, generator) for shape in shapes(case["depth"], case["width"])]
    hidden = inputs[0]
    pre_activations = []
    for weight in weights[:-1]:
        z = hidden @ weight
        z.retain_grad()
        pre_activations.append(z)
        hidden = torch.sigmoid(z)
    F.cross_entropy(hidden @ weights[-1], classes).backward()
    signals = torch.stack([z.grad.square().mean().sqrt() for z in pre_activations])
    norms = torch.stack([weight.grad.norm() for weight in weights])
    return signals.tolist(), norms.tolist()


def loop(case, first_seed):
    return [one_network(case, first_seed + index) for index in range(case["seeds"])]


def batched(case, first_seed):
    """All networks at once with bmm."""
    seeds = case["seeds"]
    generator = torch.Generator().manual_seed(first_seed)
    inputs, classes = clusters(seeds, case["batch"], case["width"], generator)
    weights = [glorot((seeds, *shape), generator) for shape in shapes(case["depth"], case["width"])]
    hidden = inputs
    pre_activations = []
    for weight in weights[:-1]:
        z = torch.bmm(hidden, weight)
        z.retain_grad()
        pre_activations.append(z)
        hidden = torch.sigmoid(z)
    logits = torch.bmm(hidden, weights[-1])
    loss = F.cross_entropy(logits.flatten(0, 1), classes.repeat(seeds), reduction="sum") / case["batch"]
    loss.backward()
    signals = torch.stack([z.grad.square().mean((1, 2)).sqrt() for z in pre_activations])
    norms = torch.stack([weight.grad.square().sum((1, 2)).sqrt() for weight in weights])
    return signals.tolist(), norms.tolist()


def time_runs(run, budget_ms, most_runs):
    """Median after two runs of warm-up: at least three runs, more while the budget lasts."""
    run(0)
    run(1)
    times = []
    while len(times) < 3 or (sum(times) < budget_ms and len(times) < most_runs):
        started = time.perf_counter()
        run(len(times) + 2)
        times.append((time.perf_counter() - started) * 1000)
    return {"medianMs": statistics.median(times), "bestMs": min(times)}


def main():
    case = json.load(sys.stdin)
    torch.set_num_threads(2)
    limits = (case["budgetMs"], case["mostRuns"])
    answer = {
        "version": torch.__version__,
        "threads": torch.get_num_threads(),
        "loop": time_runs(lambda run: loop(case, 1000 * run), *limits),
        "batched": time_runs(lambda run: batched(case, 1000 * run), *limits),
    }
    print(json.dumps(answer))


main()
