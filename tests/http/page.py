"""An HTML page as a small tree, enough to ask what a reader sees."""
import html.parser
import json
import pathlib
import re
import subprocess

VALIDATE = pathlib.Path(__file__).resolve().parents[1] / "browser/validate.mjs"

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
ADDRESSES = {"href", "src", "action", "formaction", "cite"}

MONTHS = "January February March April May June July August September October November December".split()
LONG_DAY = re.compile(rf"\b({'|'.join(MONTHS)}) (\d{{1,2}}), (\d{{4}})\b")
ISO_DAY = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)")


def days_in(text):
    """Every day that a text names, in ISO form."""
    for month, day, year in LONG_DAY.findall(text):
        yield f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}"
    yield from ISO_DAY.findall(text)


def invalid(folder):
    """What html-validate says of every .html file of a folder: dictionaries of file, line, rule, message."""
    done = subprocess.run(["node", VALIDATE, folder], capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


class Node:
    def __init__(self, tag, attributes=(), parent=None):
        self.tag, self.attributes, self.parent = tag, dict(attributes), parent
        self.children = []

    def __getitem__(self, name):
        return self.attributes.get(name)

    def walk(self):
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def all(self, *tags, **attributes):
        """The elements below of these tags (any when none is given) with these attributes."""
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        return [node for node in self.walk() if node is not self and (not tags or node.tag in tags)
                and all(node[name] == value for name, value in wanted.items())]

    def one(self, *tags, **attributes):
        found = self.all(*tags, **attributes)
        assert len(found) == 1, f"{len(found)} of {tags} {attributes}"
        return found[0]

    @property
    def text(self):
        """The words inside, white space as one space."""
        parts = []

        def collect(node):
            for child in node.children:
                if isinstance(child, str):
                    parts.append(child)
                else:
                    collect(child)
                    if child.tag not in ("a", "abbr", "b", "em", "i", "span", "strong", "time", "q"):
                        parts.append(" ")

        collect(self)
        return " ".join("".join(parts).split())


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.root = self.at = Node("#page")
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag == self.at.tag == "option":  # its end tag may be left out
            self.at = self.at.parent
        node = Node(tag, attributes, self.at)
        self.at.children.append(node)
        if tag not in VOID:
            self.at = node

    def handle_startendtag(self, tag, attributes):
        self.at.children.append(Node(tag, attributes, self.at))

    def handle_endtag(self, tag):
        node = self.at
        while node.parent and node.tag != tag:
            node = node.parent
        if node.parent:
            self.at = node.parent

    def handle_data(self, data):
        self.at.children.append(data)

    @property
    def text(self):
        return self.root.one("body").text

    @property
    def heading(self):
        return self.root.one("h1").text

    @property
    def title(self):
        return self.root.all("title")[0].text

    def cited(self):
        """The numbers of its sources in the order in which a reader meets them, each once."""
        hrefs = (node["href"] or "" for node in self.root.one("main").all("a"))
        return list(dict.fromkeys(int(href[2:]) for href in hrefs if href.startswith("#n") and href[2:].isdigit()))

    def links(self):
        """Every address on the page, as written: (tag, attribute, address)."""
        for node in self.root.walk():
            for name, value in node.attributes.items():
                if name in ADDRESSES and value is not None:
                    yield node.tag, name, value
                elif name == "srcset" and value:
                    for part in value.split(","):
                        yield node.tag, name, part.split()[0]
