"""The SQL of one run of a statement file, as src/store/statement.c makes it: CTEs in front, clauses whose parameters are not
all given left out, lists and the order filled in. Run here without exactly(), SQLite has the optimizations that execute_exactly
of src/store/execute.h turns off: lists with a bound of their next column may give wrong rows, and plans differ."""
import ctypes
import ctypes.util
import pathlib
import re

SQL = pathlib.Path(__file__).resolve().parents[2] / "src/store/sql"
PARAMETER = re.compile(r":(\w+)(\*|!)?")
CONDITION = re.compile(r"(?:\^ ([\w@=, -]+?))? ?((?:\? [\w@=, -]+)*)")  # what must not be given, what must


OPTIMIZATIONS = 15  # SQLITE_TESTCTRL_OPTIMIZATIONS
TURNED_OFF = 0xA0000


def exactly(connection):
    """Turns off what execute_exactly does. The handle is what a connection holds first."""
    library = ctypes.CDLL(ctypes.util.find_library("sqlite3"))
    handle = ctypes.c_void_p.from_address(id(connection) + object.__basicsize__)
    library.sqlite3_test_control(OPTIMIZATIONS, handle, TURNED_OFF)
    return connection


def said(form, *pairs):
    values = dict(zip(pairs[::2], pairs[1::2]))
    return None if None in pairs else form.format_map(values)


def speak(connection):
    """Makes said() and label_of() of src/store/said.c known, in English and with codes for labels, and terms_of()."""
    connection.create_function("said", -1, said)
    connection.create_function("label_of", 2, lambda _, code: code)
    connection.create_function("terms_of", 1, lambda text: text and text.lower())


def split(name):
    """(what its first lines declare, the SQL below them)"""
    lines = (SQL / f"{name}.sql").read_text().split("\n")
    first = next(i for i, line in enumerate(lines) if line and not line.startswith("--"))
    return lines[:first], "\n".join(lines[first:]).strip()


def declared(lines, word):
    return [line.removeprefix(f"-- {word}: ") for line in lines if line.startswith(f"-- {word}: ")]


def ctes(lines, found, conditions):
    conditions.update(line.split(" = ", 1) for line in declared(lines, "when"))
    for name in [name.strip() for line in declared(lines, "with") for name in line.split(",")]:
        if name not in found:
            head, body = split(f"with/{name}")
            ctes(head, found, conditions)
            found.setdefault(name, body)
    return found


def statement(name, given, sort=None):
    """SQL and its values by name. `given`: a value or a list of values for each parameter."""
    head, body = split(name)
    conditions = {}
    before = ctes(head, {}, conditions)
    text = ("WITH RECURSIVE " + ",\n".join(before.values()) + "\n" if before else "") + body
    orders = dict(line.split(" = ", 1) for line in declared(head, "sort"))
    sort = sort or next(iter(orders), "")
    order = orders[sort] if sort else ""
    known = given.keys() | {f"sort={sort}"}
    values = {}

    def any_given(names):
        return any(holds(conditions[name[1:]]) if name.startswith("@") else name in known for name in names.strip().split(", "))

    def fits(alternative):
        absent, present = CONDITION.fullmatch(alternative).groups()
        return not any_given(absent or "") and all(any_given(group) for group in present.split("?")[1:])

    def holds(condition):
        return any(fits(alternative.strip()) for alternative in condition.split("|"))

    def kept(clause):
        if clause[1][0] in "^?":
            condition, body = clause[1].split(":", 1)
            return body if holds(condition) else ""
        names = {match[1] for match in PARAMETER.finditer(clause[1]) if match[2] != "!"}
        return clause[1] if names <= given.keys() else ""

    def fill(match):
        name, mark = match[1], match[2]
        if mark == "!":
            return order
        each = given.get(name)
        each = each if isinstance(each, list) else [each]
        names = [f"{name}_{i}" if mark else name for i in range(len(each) if mark else 1)]
        values.update(zip(names, each))
        return ", ".join(f":{name}" for name in names)

    return PARAMETER.sub(fill, re.sub(r"\[\[(.*?)\]\]", kept, text, flags=re.S)), values
