"""Random questions that a site must answer, made from what /openapi.json documents and from the rows that there are."""
import collections
import urllib.parse

LISTED = "xlsx"  # what is also a workbook of rows is a list
SETTINGS = ("as_of", "edition", "lang")
PAGING = ("after", "limit")
PICTURE = ("chart", "size", "scale")
NO_FILTERS = (*SETTINGS, *PAGING, *PICTURE, "sort", "key", "download", "cols", "bom")
NOISE = (("utm_source", "x"), ("fbclid", "1"), ("gclid", "2"))
# Parameters that a question of a path cannot do without.
NEEDED = {"/compare": ["j"], "/search": ["q"], "/at-stake": ["requirement", "measure"], "/changes": ["from"]}


def tail(column):
    return lambda row: row.get(column, "").rpartition("/")[2]


def field(*columns):
    return lambda row: next((row[column] for column in columns if row.get(column)), "")


DAYS = field("made_on", "said_on", "effective_on", "filed_on", "due_on", "event_on")
# The value by which a parameter finds a row, taken from that row.
OF_ROW = {
    "j": tail("jurisdiction_url"), "state": field("state"), "kind": field("kind"), "program": tail("program_url"),
    "fy": field("fiscal_year"), "fy_from": field("fiscal_year"), "fy_to": field("fiscal_year"), "measure": field("measure"),
    "min": field("amount_usd"), "max": field("amount_usd"), "requirement": tail("requirement_url"),
    "demand": tail("demand_url"), "about": tail("demand_url"), "position": field("position"), "source_kind": field("source_kind"), "step": field("step"),
    "standing": field("due_state"),
    "lane": field("lane"), "event": field("event_kind"), "from": DAYS, "to": DAYS, "q": field("jurisdiction", "name"),
}
# The other values of a parameter: a statement over the edition.
POOL = {
    "j": "SELECT key FROM jurisdiction", "demand": "SELECT key FROM demand", "about": "SELECT key FROM demand", "not_demand": "SELECT key FROM demand",
    "case": "SELECT key FROM court_case", "program": "SELECT key FROM program UNION SELECT listing FROM program",
    "authority": "SELECT key FROM authority", "requirement": "SELECT key FROM requirement",
    "fy": "SELECT DISTINCT fiscal_year FROM figure", "fy_from": "SELECT DISTINCT fiscal_year FROM award",
    "fy_to": "SELECT DISTINCT fiscal_year FROM award", "min": "SELECT amount_usd / 100 FROM figure",
    "max": "SELECT amount_usd / 100 FROM figure", "q": "SELECT name FROM jurisdiction_alias",
    "from": "SELECT event_on FROM event", "to": "SELECT event_on FROM event", "as_of": "SELECT event_on FROM event",
    "key": "SELECT key FROM demand", "from_edition": "SELECT edition FROM edition_history",
    "to_edition": "SELECT edition FROM edition_history",
}


class Parameters:
    """What /openapi.json says of the parameters of a path, in its order."""

    def __init__(self, operation):
        self.schemas = {item["name"]: item["schema"] for item in operation["parameters"]}

    def __iter__(self):
        return iter(self.schemas)

    def many(self, name):
        return self.schemas[name].get("type") == "array"

    def closed(self, name):
        """The values of a closed list, or None."""
        return self.schemas[name].get("items", self.schemas[name]).get("enum")

    def canonical(self, asked):
        """The one way in which the values of ASKED are written: in the order of declaration, repeated ones sorted and
        once, without what is the default."""
        pairs = []
        for name, schema in self.schemas.items():
            for value in sorted(set(asked.get(name, []))):
                if str(schema.get("default")) != value:
                    pairs.append((name, value))
        return pairs


class Question:
    """A path, the key in it or None, and lists of values by parameter."""

    def __init__(self, path, key, asked):
        self.path, self.key, self.asked = path, key, asked

    def address(self, extension=""):
        path = self.path.replace("{key}", self.key or "")
        return f"{path}.{extension}" if extension else path

    def filters(self):
        return {name: values for name, values in self.asked.items() if name not in NO_FILTERS}

    def query(self, chance, parameters, without=()):
        """One of the many ways to write it: any order, values twice, codes in any case, empty values, tracking keys."""
        pairs = [(name, value) for name, values in self.asked.items() if name not in without for value in values]
        pairs += [pair for pair in pairs if parameters.many(pair[0]) and chance.random() < 0.2]
        pairs = [(name, value.lower() if parameters.closed(name) and chance.random() < 0.2 else value) for name, value in pairs]
        pairs += [(name, "") for name in parameters if name not in without and name != "key" and chance.random() < 0.1]
        pairs += [pair for pair in NOISE if chance.random() < 0.1]
        chance.shuffle(pairs)
        quote = chance.choice((urllib.parse.quote, urllib.parse.quote_plus))
        return urllib.parse.urlencode(pairs, quote_via=quote)

RANGES = (("fy_from", "fy_to"), ("min", "max"), ("from", "to"), ("from_edition", "to_edition"))


def in_order(value):
    """Of numbers, or of days."""
    return value if "-" in value[1:] else float(value)


class Questions:
    def __init__(self, chance, openapi, edition, rows_of):
        """EDITION is a connection; ROWS_OF(path, values) the rows of a list as dictionaries."""
        self.chance, self.edition, self.rows_of = chance, edition, rows_of
        paths = openapi["paths"]
        self.lists = {path.removesuffix(f".{LISTED}") for path in paths if path.endswith(f".{LISTED}")} | {"/search"}
        self.lists = sorted(self.lists & set(paths))
        self.forms = {path: Parameters(paths[path]["get"]) for path in paths}
        self.newest = edition.execute("SELECT as_of FROM stamp").fetchone()[0]
        self.issued = dict(edition.execute("SELECT key, issued_on FROM demand").fetchall())
        self.short_names = dict(edition.execute("SELECT short_name, key FROM authority").fetchall())
        self.pools, self.whole, self.turn = {}, {}, collections.Counter()

    def parameters(self, path, extension=""):
        return self.forms[f"{path}.{extension}" if extension else path]

    def representations(self, path):
        return [form.removeprefix(path + ".") for form in self.forms if form.startswith(path + ".")]

    def pool(self, name):
        if name not in self.pools:
            self.pools[name] = sorted({str(row[0]) for row in self.edition.execute(POOL[name])})
        return self.pools[name]

    def any(self, path, name):
        closed = self.parameters(path).closed(name)
        return self.chance.choice(closed or self.pool(name))

    def row(self, path):
        """A row of the whole list."""
        if path not in self.whole:
            needed = {name: self.any(path, name) for name in NEEDED.get(path, []) if name != "j"}
            if path == "/compare":
                needed = {"j": self.pool("j")[:12]}
            self.whole[path] = self.rows_of(path, needed)
        return self.chance.choice(self.whole[path] or [{}])

    def value(self, path, name, row):
        """A value, more often than not one that ROW has."""
        if self.chance.random() < 0.2:
            return self.any(path, name)
        found = self.short_names.get(row.get("authority"), "") if name == "authority" else OF_ROW.get(name, lambda _: "")(row)
        return found or self.any(path, name)

    def day(self):
        """A day on which something happened, or one day before."""
        day = self.chance.choice(self.pool("as_of")[len(self.pool("as_of")) // 3:])
        return min(day, self.newest)

    def make(self, path):
        row, form, chance = self.row(path), self.parameters(path), self.chance
        key = self.any(path, "key") if "key" in form else None
        names = [name for name in form if name not in NO_FILTERS]
        chosen = set(NEEDED.get(path, ()))
        if names and chance.random() < 0.9:  # each in turn, two of many, with some of the others
            self.turn[path] += 1
            turns = (self.turn[path], self.turn[path] + len(names) // 2) if len(names) > 12 else (self.turn[path],)
            chosen |= {*(names[turn % len(names)] for turn in turns), *chance.sample(names, min(len(names), chance.choice((0, 0, 1, 2))))}
        if chosen & {"from_edition", "to_edition"}:
            chosen -= {"from"}
        asked = {}
        for name in (name for name in form if name in chosen):
            asked[name] = [self.value(path, name, row)]
            while form.many(name) and chance.random() < 0.4:
                asked[name].append(self.any(path, name))
        if path == "/compare":
            asked["j"] += chance.sample(self.pool("j"), 2)
        for begin, end in RANGES:
            if begin in asked and end in asked:
                asked[begin], asked[end] = sorted((asked[begin], asked[end]), key=lambda values: in_order(values[0]))
        for name, value in (("sort", None), ("limit", str(chance.choice((1, 3, 7, 20, 50, 1000)))), ("lang", None)):
            if name in form and chance.random() < 0.5:
                asked[name] = [value or self.any(path, name)]
        if chance.random() < 0.6:
            asked["as_of"] = [self.day() if key is None else max(self.day(), self.issued[key])]
        return Question(path, key, {name: sorted(set(values)) for name, values in asked.items()})
