#!/usr/bin/env python3
"""Makes assets/us-states.outline from the npm package us-atlas. Run by hand when the outlines shall change; neither the
build nor the programs need it.

usage: npm pack us-atlas@3.0.1 && tar xzf us-atlas-3.0.1.tgz
       src/tool/outline.py package/states-albers-10m.json >assets/us-states.outline

Lines between two states are simplified once (Visvalingam), so that neighbours keep a common border; islets too small to
be seen and those that the sheet of 975 by 610 does not hold are left out."""
import heapq
import json
import sys

LEAST_TRIANGLE = 1.2  # square units of the sheet; points that span less are dropped
LEAST_ISLAND = 4.0
HEAD = """# Outlines of the states of the United States and of the District of Columbia on a sheet of 975 by 610.
# From the npm package us-atlas 3.0.1, states-albers-10m.json: U.S. Census Bureau cartographic boundaries, 2017 edition
# (public domain), projected by d3.geoAlbersUsa().scale(1300).translate([487.5, 305]). Made by src/tool/outline.py.
# A line is a ring: its first point, then steps, in tenths. us-atlas has this licence (ISC):
"""
LICENCE = """Copyright 2013-2019 Michael Bostock

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE."""


def triangle(a, b, c):
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def simplify(points):
    """Visvalingam's algorithm; both ends stay."""
    before, after = list(range(-1, len(points) - 1)), list(range(1, len(points) + 1))
    heap = [(triangle(*points[i - 1:i + 2]), i, i - 1, i + 1) for i in range(1, len(points) - 1)]
    heapq.heapify(heap)
    kept = set(range(len(points)))
    while heap and heap[0][0] < LEAST_TRIANGLE:
        area, i, left, right = heapq.heappop(heap)
        if i not in kept or before[i] != left or after[i] != right:
            continue
        kept.remove(i)
        after[left], before[right] = right, left
        for j in (left, right):
            if 0 < j < len(points) - 1:
                size = triangle(points[before[j]], points[j], points[after[j]])
                heapq.heappush(heap, (max(size, area), j, before[j], after[j]))
    return [points[i] for i in sorted(kept)]


def read_arcs(topology):
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        yield simplify(points)


def area_of(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))) / 2


def rings_of(geometry, arcs):
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in polygons:
        ring = []
        for number in polygon[0]:
            points = arcs[number] if number >= 0 else arcs[~number][::-1]
            ring += points[1:] if ring else points
        yield ring[:-1]


def line_of(ring):
    tenths = [(round(x * 10), round(y * 10)) for x, y in ring]
    steps = [tenths[0]] + [(b[0] - a[0], b[1] - a[1]) for a, b in zip(tenths, tenths[1:])]
    return " ".join(f"{x},{y}" for x, y in steps)


def main():
    topology = json.load(open(sys.argv[1]))
    arcs = list(read_arcs(topology))
    print(HEAD + "\n".join(f"# {line}".rstrip() for line in LICENCE.split("\n")))
    for state in sorted(topology["objects"]["states"]["geometries"], key=lambda state: state["id"]):
        rings = list(rings_of(state, arcs))
        largest = max(map(area_of, rings))
        for ring in rings:
            inside = all(0 <= x <= 975 and 0 <= y <= 610 for x, y in ring)
            if len(ring) > 2 and inside and (area_of(ring) >= LEAST_ISLAND or area_of(ring) == largest):
                print(line_of(ring))


main()
