"""What the Makefile makes of a list of files follows the list, whatever the age of the files in it."""
import os
import pathlib
import subprocess
import tempfile
import unittest

MAKEFILE = pathlib.Path(__file__).resolve().parents[2] / "Makefile"
LISTED = ("sql.gresource.xml", "recipe.h")


class Lists(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.sql = self.folder / "src/store/sql/schema"
        self.sql.mkdir(parents=True)
        (self.folder / "VERSION").write_text("1\n")
        (self.folder / "Makefile").symlink_to(MAKEFILE)
        for name in ("a", "b"):
            self.put(name, f"SELECT '{name}'\n")

    def put(self, name, text):
        """A file older than whatever was made."""
        (self.sql / f"{name}.sql").write_text(text)
        os.utime(self.sql / f"{name}.sql", (0, 0))

    def run_make(self, *targets):
        subprocess.run(["make", "--silent", "B=out", *targets], cwd=self.folder, check=True, capture_output=True)

    def make(self):
        """Text and time of what is made."""
        made = [self.folder / "out/generated" / name for name in LISTED]
        self.run_make(*(file.relative_to(self.folder) for file in made))
        return [(file.read_text(), file.stat().st_mtime_ns) for file in made]

    def library(self, *variables):
        """The objects in the library, and its time."""
        self.run_make("out/libproviso.a", *variables)
        library = self.folder / "out/libproviso.a"
        listed = subprocess.run(["ar", "t", library], check=True, capture_output=True, text=True)
        return listed.stdout.split(), library.stat().st_mtime_ns

    def test_nothing_changed(self):
        self.assertEqual(self.make(), self.make())

    def test_another_name(self):
        (listed, _), (recipe, _) = self.make()
        (self.sql / "a.sql").rename(self.sql / "c.sql")
        (listed_then, _), (recipe_then, _) = self.make()
        self.assertIn("<file>schema/a.sql</file>", listed)
        self.assertNotIn("<file>schema/a.sql</file>", listed_then)
        self.assertIn("<file>schema/c.sql</file>", listed_then)
        self.assertNotEqual(recipe, recipe_then)

    def test_another_text_of_old(self):
        recipe = self.make()[1]
        self.put("a", "SELECT 'other'\n")
        self.assertNotEqual(recipe[0], self.make()[1][0])

    def test_a_source_that_has_gone(self):
        """It has no object in the library, and where nothing changed the library stays."""
        (self.folder / "assets").mkdir()
        (self.folder / "assets/us-states.outline").touch()
        for name in ("stays", "goes"):
            (self.folder / f"src/store/{name}.c").write_text(f"extern const int {name};\nconst int {name} = 1;\n")
        before = self.library()
        self.assertIn("goes.o", before[0])
        self.assertEqual(before, self.library())
        (self.folder / "src/store/goes.c").unlink()
        self.assertEqual(self.library()[0], [name for name in before[0] if name != "goes.o"])

    def test_a_source_of_the_tool_that_has_gone(self):
        """The library is made anew, with which the tool is linked."""
        (self.folder / "src/tool").mkdir()
        (self.folder / "src/tool/goes.c").touch()
        before = self.library("OBJ=")
        (self.folder / "src/tool/goes.c").unlink()
        self.assertNotEqual(before, self.library("OBJ="))
