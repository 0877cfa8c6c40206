"""The same experiments in PyTorch, two threads, weights drawn anew each time.

Reads {"seeds", "depth", "width", "batch", "budgetMs", "mostRuns"} on standard input, prints {"version", "threads",
"loop": {"medianMs", "bestMs"}, "batched": {…}, "bare": {…}} on standard output. Each form does what a question asks: draw
sigmoid networks (Glorot uniform) and ten Gaussian clusters, go forward, softmax cross-entropy, backward, and report of each
layer and network what our report has. "bare" is the faster form where it reports the RMS of the gradient at the
pre-activation and the norm of the weight gradient, and nothing else.
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


def sigmoid_slope(z, hidden):
    return hidden * (1 - hidden)


def forward_statistics(z, hidden, slope_of):
    """Mean, mean square, slope, dead and saturated units of [networks, batch, units], and the correlation of pairs."""
    slope = slope_of(z, hidden).square()
    pairs = z[:, :16].reshape(z.shape[0], 8, 2, -1)
    first, second = pairs[:, :, 0], pairs[:, :, 1]
    products = [(one * other).sum((1, 2)) for one, other in ((first, second), (first, first), (second, second))]
    return [
        hidden.mean((1, 2)),
        hidden.square().mean((1, 2)),
        z.square().mean((1, 2)),
        slope.mean((1, 2)),
        (slope.amax(1) == 0).float().mean(1),
        (slope < (0.05 * 0.25) ** 2).float().mean((1, 2)),
        products[0] / (products[1] * products[2]).sqrt(),
    ]


def norm(tensor):
    return torch.linalg.vector_norm(tensor, dim=(1, 2))


def observe(pre_activations, activations, weights, is_bare, slope_of=sigmoid_slope):
    """What is read of a finished pass, one list of numbers per quantity and layer. Tensors are [networks, …, …]."""
    rows = [[norm(z.grad)] for z in pre_activations] + [[norm(weight.grad)] for weight in weights]
    if not is_bare:
        with torch.no_grad():
            rows += [forward_statistics(z, hidden, slope_of) for z, hidden in zip(pre_activations, activations)]
            rows += [[(z.grad == 0).sum((1, 2)).float()] for z in pre_activations]
            rows += [[norm(weight)] for weight in weights]
    return torch.stack([value for row in rows for value in row]).tolist()


def one_network(case, seed, is_bare):
    """A loop as a user would write it: one network, autograd, gradients kept at the pre-activations."""
    generator = torch.Generator().manual_seed(seed)
    inputs, classes = clusters(1, case["batch"], case["width"], generator)
    weights = [glorot((1, *shape), generator) for shape in shapes(case["depth"], case["width"])]
    hidden = inputs[0]
    pre_activations, activations = [], []
    for weight in weights[:-1]:
        z = (hidden @ weight[0]).unsqueeze(0)
        z.retain_grad()
        pre_activations.append(z)
        hidden = torch.sigmoid(z[0])
        activations.append(hidden.unsqueeze(0))
    F.cross_entropy(hidden @ weights[-1][0], classes).backward()
    return observe(pre_activations, activations, weights, is_bare)


def loop(case, first_seed, is_bare):
    return [one_network(case, first_seed + index, is_bare) for index in range(case["seeds"])]


def batched(case, first_seed, is_bare):
    """All networks at once with bmm."""
    seeds = case["seeds"]
    generator = torch.Generator().manual_seed(first_seed)
    inputs, classes = clusters(seeds, case["batch"], case["width"], generator)
    weights = [glorot((seeds, *shape), generator) for shape in shapes(case["depth"], case["width"])]
    hidden = inputs
    pre_activations, activations = [], []
    for weight in weights[:-1]:
        z = torch.bmm(hidden, weight)
        z.retain_grad()
        pre_activations.append(z)
        hidden = torch.sigmoid(z)
        activations.append(hidden)
    logits = torch.bmm(hidden, weights[-1])
    loss = F.cross_entropy(logits.flatten(0, 1), classes.repeat(seeds), reduction="sum") / case["batch"]
    loss.backward()
    return observe(pre_activations, activations, weights, is_bare)


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
    full, bare = ([time_runs(lambda run: form(case, 1000 * run, is_bare), *limits) for form in (loop, batched)] for is_bare in (False, True))
    answer = {
        "version": torch.__version__,
        "threads": torch.get_num_threads(),
        "loop": full[0],
        "batched": full[1],
        "bare": min(bare, key=lambda timing: timing["medianMs"]),
    }
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
