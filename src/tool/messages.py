#!/usr/bin/env python3
"""messages.py: prints the catalogue of messages, as a .pot file: every N_("...") and, in statements, said('...') of src/ and
every {{_}}...{{/_}} of templates/, white space folded as the template reader does. As a module it also reads a .po file."""
import glob
import os
import re

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
STRING = r'"((?:\\.|[^"\\\n])*)"'
MARKED = r'\bN_\(\s*((?:"(?:\\.|[^"\\\n])*"\s*)+)\)'
SAID = r"\bsaid\('((?:[^']|'')*)'(?=[,)])"
ESCAPES = {'n': '\n', 't': '\t', '"': '"', '\\': '\\'}
HEADER = 'msgid ""\nmsgstr ""\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n' \
         '"Content-Transfer-Encoding: 8bit\\n"\n'


def unescape(text):
    """What a string of C, or of a .po file, stands for."""
    def plain(match):
        code = match.group(1)
        return chr(int(code[1:], 16)) if code[0] == 'u' else ESCAPES[code]

    return re.sub(r'\\(u[0-9a-fA-F]{4}|.)', plain, text)


def escape(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n') + '"'


def in_program(text):
    text = text.replace('\\\n', '\n')  # within a macro
    if len(re.findall(r'\bN_\(\s*"', text)) != len(re.findall(MARKED, text)):
        raise SystemExit('messages.py: an N_("...") that is no string alone')
    for match in re.finditer(MARKED, text):
        yield unescape(''.join(re.findall(STRING, match.group(1))))


def in_statement(text):
    if text.count('said(') != len(re.findall(SAID, text)):
        raise SystemExit("messages.py: a said('...') that is no string alone")
    for form in re.findall(SAID, text):
        yield form.replace("''", "'")


def in_template(text):
    for match in re.finditer(r'\{\{_\}\}(.*?)\{\{/_\}\}', text, re.S):
        yield ' '.join(match.group(1).split())


def messages():
    """Every message with the files it stands in, in the order of the files."""
    found = {}
    for pattern, extract in (('src/*/*.[ch]', in_program), ('src/store/sql/**/*.sql', in_statement),
                             ('templates/*.html', in_template),
                             ('templates/partials/*.html', in_template)):
        for path in sorted(glob.glob(os.path.join(ROOT, pattern), recursive=True)):
            with open(path, encoding='utf-8') as file:
                for message in extract(file.read()):
                    files = found.setdefault(message, [])
                    if os.path.relpath(path, ROOT) not in files:
                        files.append(os.path.relpath(path, ROOT))
    return found


def translations(path):
    """The messages of a .po file that has no plural forms: id -> translation; not those that are fuzzy or obsolete."""
    found = {}
    with open(path, encoding='utf-8') as file:
        for entry in file.read().split('\n\n'):
            match = re.search(r'^msgid ((?:".*"\n?)+)msgstr ((?:".*"\n?)+)', entry, re.M)
            if match and not re.search('^#,.*fuzzy', entry, re.M):
                message, text = (unescape(''.join(re.findall(STRING, part))) for part in match.groups())
                found[message] = text
    found.pop('', None)
    return found


if __name__ == '__main__':
    print(HEADER)
    for message, files in messages().items():
        print(f"#: {' '.join(files)}\nmsgid {escape(message)}\nmsgstr \"\"\n")
