"""The loop behind exact TreeSHAP on flat forests: a plain Python function that numba compiles.

For a leaf of value v that is reached by m features, a feature's SHAP value (Lundberg et al., Nature Machine
Intelligence 2020, path-dependent) is v (o - z) times the integral over t from 0 to 1 of the product, over the other
features, of o t + z (1 - t): o says whether the row agrees with the path, z is the share of training rows that do. The
weights |S|! (m - |S| - 1)! / m! of the subsets are that integral's coefficients (a Beta function). The integrand is a
polynomial of degree m - 1, so m / 2 points of Gauss and Legendre give the integral exactly, and products along a path
can be shared by all leaves below: the work grows with the number of nodes, not with its product by the depth squared.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from engine.models.flat_kernels import Values, Whole, Words

BLOCK = 32  # rows that go through a tree together
COLUMN, THRESHOLD, LEFT, SET = 0, 1, 2, 3  # as in `flat_kernels`, but kept code looks at this file only
FIRST_NODE, LAST_NODE, FIRST_POINT, LAST_POINT = 0, 1, 2, 3  # columns of `trees`


def agreement(keys: Whole, first: int, count: int, node: Any, sets: Words, right: Values) -> None:
    """1 where a row of the block goes to the right child of a node, else 0."""
    place = node[SET] >> 1
    for row in range(count):
        key = keys[first + row, node[COLUMN]]
        if node[SET] == 0:
            right[row] = 1.0 if key > node[THRESHOLD] else 0.0
        else:
            word = int(sets[place + 1 + (key >> 5)]) if (key >> 5) < sets[place] else 0
            right[row] = float((word >> (key & 31) & 1) ^ (node[SET] & 1))


def descend(node: int, child: int, start: int, count: int, side: float, right: Values, above: Whole, share: Values,
            points: Values, first: int, last: int, agrees: Values, product: Values) -> None:
    """Whether each row agrees with the path to a child in the last feature, and the products at all points."""
    me, before, z = child - start, above[child] - start, share[child]
    for row in range(count):
        agrees[me, row] = right[row] if side == 1.0 else 1.0 - right[row]
    if before < 0:
        for point in range(first, last):
            t = points[point]
            off = z * (1.0 - t)
            for row in range(count):
                product[me, point - first, row] = product[node - start, point - first, row] * (
                    off + agrees[me, row] * t)
        return
    for row in range(count):
        agrees[me, row] *= agrees[before, row]
    for point in range(first, last):
        t = points[point]
        off, old = z * (1.0 - t), share[before + start] * (1.0 - t)
        without, within = 1.0 / old, 1.0 / (old + t) - 1.0 / old
        for row in range(count):
            product[me, point - first, row] = product[node - start, point - first, row] * (
                (off + agrees[me, row] * t) * (without + agrees[before, row] * within))


def attribute(child: int, start: int, edge: int, count: int, sign: float, share: Values, points: Values,
              weights: Values, first: int, last: int, agrees: Values, product: Values, total: Values,
              phi: Values) -> None:
    """Add to `phi` what the leaves below a child owe to the feature of the edge at `edge`."""
    z, me, place = share[edge], child - start, edge - start
    for row in range(count):
        total[row] = 0.0
    for point in range(first, last):
        t = points[point]
        off = z * (1.0 - t)
        without = weights[point] / off
        within = weights[point] / (off + t) - without
        for row in range(count):
            total[row] += product[me, point - first, row] * (without + agrees[place, row] * within)
    for row in range(count):
        phi[row] += sign * (agrees[place, row] - z) * total[row]


def go_down(keys: Whole, begin: int, count: int, nodes: Whole, sets: Words, one: Any, above: Whole, share: Values,
            points: Values, right: Values, agrees: Values, product: Values) -> None:
    """Products of a tree's paths, parents first; `one` is its row of `trees`."""
    start, first, last = one[FIRST_NODE], one[FIRST_POINT], one[LAST_POINT]
    for point in range(last - first):
        for row in range(count):
            product[0, point, row] = 1.0
    for node in range(start, one[LAST_NODE]):
        left = nodes[node, LEFT]
        if left != node:
            agreement(keys, begin, count, nodes[node], sets, right)
            descend(node, left, start, count, 0.0, right, above, share, points, first, last, agrees, product)
            descend(node, left + 1, start, count, 1.0, right, above, share, points, first, last, agrees, product)


def come_up(count: int, nodes: Whole, one: Any, values: Values, above: Whole, share: Values, feature: Whole,
            points: Values, weights: Values, agrees: Values, product: Values, total: Values, phi: Values) -> None:
    """What the leaves below each node owe to the features that led there, children first."""
    start, first, last = one[FIRST_NODE], one[FIRST_POINT], one[LAST_POINT]
    for node in range(one[LAST_NODE] - 1, start, -1):
        me, left = node - start, nodes[node, LEFT] - start
        for point in range(last - first):
            for row in range(count):
                if left == me:
                    product[me, point, row] *= values[node]
                else:
                    product[me, point, row] = product[left, point, row] + product[left + 1, point, row]
        attribute(node, start, node, count, 1.0, share, points, weights, first, last, agrees, product, total,
                  phi[feature[node]])
        if above[node] >= 0:  # these leaves are no longer a matter of the feature's former question
            attribute(node, start, above[node], count, -1.0, share, points, weights, first, last, agrees, product,
                      total, phi[feature[node]])


def explain(keys: Whole, nodes: Whole, sets: Words, trees: Whole, values: Values, above: Whole, share: Values,
            feature: Whole, points: Values, weights: Values, sizes: Whole, out: Values) -> None:
    """SHAP values `out` (n, d + 1) of rows with `keys` (n, V), the bias left out; see `flat_shap` for the arrays."""
    agrees, product = np.empty((sizes[0], BLOCK)), np.empty((sizes[0], sizes[1], BLOCK))
    right, total, phi = np.empty(BLOCK), np.empty(BLOCK), np.empty((out.shape[1], BLOCK))
    for begin in range(0, keys.shape[0], BLOCK):
        count = min(BLOCK, keys.shape[0] - begin)
        for column in range(out.shape[1] - 1):
            for row in range(count):
                phi[column, row] = 0.0
        for tree in range(trees.shape[0]):
            go_down(keys, begin, count, nodes, sets, trees[tree], above, share, points, right, agrees, product)
            come_up(count, nodes, trees[tree], values, above, share, feature, points, weights, agrees, product, total,
                    phi)
        for row in range(count):
            for column in range(out.shape[1] - 1):
                out[begin + row, column] = phi[column, row]


LOOPS: tuple[Callable[..., Any], ...] = (agreement, descend, attribute, go_down, come_up, explain)
