#!/usr/bin/env python3
"""Writes the dashboard's world map, src/Api/Dashboard/Charts/WorldMap.data.json, from a TopoJSON file.

    python3 tools/reference/build-map.py <countries-50m.json>

The shapes are Natural Earth's, 1:50m, which is in the public domain; the TopoJSON is countries-50m.json of the npm package
world-atlas 2.0.2 (ISC). Each shape's id is an ISO 3166-1 numeric code; the alpha-2 codes come from the embedded countries.json.

The map is an Equal Earth projection (B. Savric, T. Patterson, B. Jenny 2018), so that a country's area is fair, centred on 11 degrees
East, so that Chukotka stays with Russia. Antarctica is left out. Borders are simplified (Visvalingam) once for both sides, as far
as the size allowed for all paths asks for. Countries too small to be seen, or without a shape of their own, are dots, moved apart
where they would hide each other. Shapes of no ISO code, and the land under a dot, are the "rest".
"""
import heapq
import json
import math
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COUNTRIES = ROOT / "src" / "Domain" / "Reference" / "Data" / "countries.json"
TARGET = ROOT / "src" / "Api" / "Dashboard" / "Charts" / "WorldMap.data.json"

WIDTH = 1000
MARGIN = 4
MOST_BYTES = 42_000
CENTRE = 11
LEAST_ISLAND = 0.9     # square units: an island smaller than this is not drawn
LEAST_COUNTRY = 6      # square units: a country smaller than this is a dot
BETWEEN_DOTS = 5       # units between the centres of two dots
LEFT_OUT = {"AQ"}

# Natural Earth draws these with another country. ISO lists French Guiana and Svalbard apart; Crimea stands as in resolution 68/262
# of the General Assembly. From, to, and where the shape's south-western corner lies: west, south, east, north.
MOVED = [
    ("FR", "GF", (-56, 1, -50, 7)),
    ("NO", "SJ", (-10, 70, 40, 82)),
    ("RU", "UA", (32, 44, 35, 46)),
]

# Where the dot of a country goes that has no shape in the 1:50m map, or (Kiribati) one far from its capital: longitude, latitude.
PLACES = {
    "KI": (173.0, 1.4),
    "BQ": (-68.3, 12.2), "BV": (3.4, -54.4), "CC": (96.8, -12.2), "CX": (105.6, -10.5), "GI": (-5.4, 36.1), "GP": (-61.6, 16.2),
    "MQ": (-61.0, 14.6), "YT": (45.2, -12.8), "RE": (55.5, -21.1), "TK": (-171.8, -9.2), "TV": (179.2, -8.5), "UM": (166.6, 19.3),
}


def main(file):
    alpha2 = {country["numeric"]: country["alpha2"] for country in json.loads(COUNTRIES.read_text(encoding="utf-8"))}
    shapes = read_shapes(json.loads(file.read_text(encoding="utf-8")), alpha2)

    projected = {code: [[project(*point) for point in ring] for ring in rings] for code, rings in shapes.items()}
    dots = {code for code in alpha2.values() if abs(sum(map(area, projected.get(code, [])))) < LEAST_COUNTRY} - LEFT_OUT
    positions = {
        code: project(*at_its_side(code, *PLACES[code])) if code in PLACES else centroid(max(projected[code], key=lambda ring: abs(area(ring))))
        for code in dots
    }
    for code in sorted(dots & projected.keys()):
        projected[""] += projected.pop(code)

    lines, outlines = cut(projected)
    coarse, fine = 4.0, 0.05
    while coarse / fine > 1.01:
        middle = math.sqrt(coarse * fine)
        if size(draw(lines, outlines, middle)) > MOST_BYTES:
            fine = middle
        else:
            coarse = middle
    drawn = draw(lines, outlines, coarse)

    points = [point for rings in drawn.values() for ring in rings for point in ring] + list(positions.values())
    left = math.floor(min(x for x, _ in points)) - MARGIN
    top = math.floor(min(y for _, y in points)) - MARGIN
    right = math.ceil(max(x for x, _ in points)) + MARGIN
    bottom = math.ceil(max(y for _, y in points)) + MARGIN
    positions = moved_apart(positions)

    records = []
    for code in sorted(alpha2.values()):
        if code in positions:
            x, y = positions[code]
            records.append({"code": code, "dot": [round(x - left), round(y - top)]})
        elif code in drawn:
            records.append({"code": code, "path": path(drawn[code], left, top)})

    rest = path(drawn[""], left, top)
    lines_out = [json.dumps(record, separators=(",", ":")) for record in records]
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(
        f'{{"viewBox":"0 0 {right - left} {bottom - top}","countries":[\n' + ",\n".join(lines_out) + f'\n],"rest":"{rest}"}}\n',
        encoding="utf-8", newline="\n")

    missing = sorted(set(alpha2.values()) - {record["code"] for record in records})
    print(f"{len(records) - len(positions)} shapes, {len(positions)} dots, without: {missing}; paths {size(drawn)} bytes at tolerance {coarse:.2f}, "
          f"file {TARGET.stat().st_size} bytes, viewBox {right - left} x {bottom - top}")


# --- reading ---------------------------------------------------------------------------------------------------------------

def read_shapes(topology, alpha2):
    """Rings of longitudes and latitudes (closed, the first point not repeated) by alpha-2 code; those of no code under ""."""
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for deltas in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in deltas:
            x, y = x + dx, y + dy
            arc.append((round(x * scale[0] + translate[0], 4), round(y * scale[1] + translate[1], 4)))
        arcs.append(arc)

    shapes = defaultdict(list)
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = alpha2[geometry["id"]] if "id" in geometry else ""
        if code in LEFT_OUT:
            continue
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in polygons:
            rings = [joined(arcs, indexes) for indexes in polygon]
            west, south = min(rings[0])[0], min(y for _, y in rings[0])
            owner = next((to for of, to, box in MOVED if of == code and box[0] <= west <= box[2] and box[1] <= south <= box[3]), code)
            shapes[owner] += rings

    return {code: stitched([[at_its_side(code, *point) for point in ring] for ring in rings]) for code, rings in shapes.items()}


def joined(arcs, indexes):
    ring = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[:-1]
    return ring


def at_its_side(code, longitude, latitude):
    """The United States stay on the left with their islands; what else lies beyond 169.5 West goes to the right, to its neighbours."""
    if code == "US":
        return (longitude - 360 if longitude > 0 else longitude, latitude)
    return (longitude + 360 if longitude < -169.5 else longitude, latitude)


def stitched(rings):
    """Rings that touch along a line, as those cut at the 180th meridian, are one again: an edge there in both directions is a seam."""
    edges = {edge for ring in rings for edge in edges_of(ring)}
    seams = {(a, b) for a, b in edges if (b, a) in edges}
    whole, following = [], defaultdict(list)
    for ring in rings:
        if seams.isdisjoint(edges_of(ring)):
            whole.append(ring)
            continue
        for a, b in edges_of(ring):
            if (a, b) not in seams:
                following[a].append(b)

    while following:
        start = point = next(iter(following))
        ring = []
        while not ring or point != start:
            ring.append(point)
            nexts = following[point]
            point = nexts.pop()
            if not nexts:
                del following[ring[-1]]
        whole.append(ring)
    return whole


def edges_of(ring):
    return zip(ring, ring[1:] + ring[:1])


# --- projecting ------------------------------------------------------------------------------------------------------------

def project(longitude, latitude):
    """Equal Earth, with y downwards and the Equator WIDTH units long."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    t2 = theta * theta
    t6 = t2 ** 3
    x = 2 * math.sqrt(3) * math.radians(longitude - CENTRE) * math.cos(theta) / (3 * (9 * a4 * t6 * t2 + 7 * a3 * t6 + 3 * a2 * t2 + a1))
    y = theta * (a4 * t6 * t2 + a3 * t6 + a2 * t2 + a1)
    unit = WIDTH / (2 * math.pi * 2 * math.sqrt(3) / (3 * a1))
    return x * unit, -y * unit


def area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in edges_of(ring)) / 2


def centroid(ring):
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in edges_of(ring))
    if twice == 0:
        return ring[0]
    x = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in edges_of(ring))
    y = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in edges_of(ring))
    return x / (3 * twice), y / (3 * twice)


# --- simplifying -----------------------------------------------------------------------------------------------------------

def cut(shapes):
    """Every stretch of line once, whoever shares it, and each ring as a list of (stretch, whether backwards)."""
    neighbours = defaultdict(set)
    for rings in shapes.values():
        for ring in rings:
            for a, b in edges_of(ring):
                neighbours[a].add(b)
                neighbours[b].add(a)

    lines, number, outlines = [], {}, {}
    for code, rings in shapes.items():
        outlines[code] = []
        for ring in rings:
            if abs(area(ring)) < LEAST_ISLAND:
                continue
            meetings = [i for i, point in enumerate(ring) if len(neighbours[point]) > 2] or [ring.index(min(ring))]
            outline = []
            for i, start in enumerate(meetings):
                end = meetings[(i + 1) % len(meetings)]
                stretch = tuple(ring[start:end + 1] if end > start else ring[start:] + ring[:end + 1])
                forwards = (stretch[0], stretch[1]) <= (stretch[-1], stretch[-2])
                key = stretch if forwards else stretch[::-1]
                if key not in number:
                    number[key] = len(lines)
                    lines.append(weighed(key))
                outline.append((number[key], not forwards))
            outlines[code].append(outline)
    return lines, outlines


def weighed(line):
    """Visvalingam: each point with the area of the triangle it spans when its turn to go comes; the ends never go."""
    count = len(line)
    weights = [math.inf] * count
    before, after = list(range(-1, count - 1)), list(range(1, count + 1))

    def triangle(i):
        (ax, ay), (bx, by), (cx, cy) = line[before[i]], line[i], line[after[i]]
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2

    heap = [(triangle(i), i) for i in range(1, count - 1)]
    current = {i: weight for weight, i in heap}
    heapq.heapify(heap)
    largest = 0.0
    while heap:
        weight, i = heapq.heappop(heap)
        if current.get(i) != weight:
            continue
        del current[i]
        weights[i] = largest = max(largest, weight)
        after[before[i]], before[after[i]] = after[i], before[i]
        for j in (before[i], after[i]):
            if j in current:
                current[j] = triangle(j)
                heapq.heappush(heap, (current[j], j))
    return list(zip(line, weights))


def draw(lines, outlines, tolerance):
    kept = [[(round(x), round(y)) for (x, y), weight in line if weight >= tolerance] for line in lines]
    drawn = {}
    for code, rings in outlines.items():
        drawn[code] = []
        for outline in rings:
            ring = []
            for index, backwards in outline:
                ring += (kept[index][::-1] if backwards else kept[index])[:-1]
            ring = without_needless(ring)
            if len(ring) >= 3:
                drawn[code].append(ring)
    return drawn


def without_needless(ring):
    """Without points that repeat the one before, lie on the straight line between their neighbours, or end a spike."""
    changed = True
    while changed and len(ring) >= 3:
        changed = False
        result = []
        for i, point in enumerate(ring):
            a, c = result[-1] if result else ring[-1], ring[(i + 1) % len(ring)]
            if (point[0] - a[0]) * (c[1] - a[1]) == (c[0] - a[0]) * (point[1] - a[1]):
                changed = True
            else:
                result.append(point)
        ring = result
    return ring


# --- writing ---------------------------------------------------------------------------------------------------------------

def path(rings, left, top):
    """Relative moves and lines; a minus sign is separator enough."""
    written, start = "", (left, top)
    for ring in rings:
        pairs = [(b[0] - a[0], b[1] - a[1]) for a, b in zip([start] + ring, ring)]
        numbers = [number for pair in pairs for number in pair]
        written += "m" + "".join(str(n) if n < 0 or i == 0 else f" {n}" for i, n in enumerate(numbers)) + "z"
        start = ring[0]
    return written


def size(drawn):
    return sum(len(path(rings, -500, -250)) for rings in drawn.values())


def moved_apart(positions):
    """Dots pushed away from each other, a little at a time, until none hides another."""
    codes = sorted(positions)
    at = {code: list(positions[code]) for code in codes}
    for _ in range(400):
        for i, a in enumerate(codes):
            for b in codes[i + 1:]:
                dx, dy = at[b][0] - at[a][0], at[b][1] - at[a][1]
                distance = math.hypot(dx, dy)
                if distance >= BETWEEN_DOTS:
                    continue
                if distance < 1e-6:
                    dx, dy, distance = 1e-3, 0.0, 1e-3
                push = (BETWEEN_DOTS - distance) / 4
                at[a][0] -= dx / distance * push
                at[a][1] -= dy / distance * push
                at[b][0] += dx / distance * push
                at[b][1] += dy / distance * push
    return {code: tuple(at[code]) for code in codes}


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
