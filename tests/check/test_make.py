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
        for name in ("a", "b"):
            self.put(name, f"SELECT '{name}'\n")

    def put(self, name, text):
        """A file older than whatever was made."""
        (self.sql / f"{name}.sql").write_text(text)
        os.utime(self.sql / f"{name}.sql", (0, 0))

    def make(self):
        """Text and time of what is made."""
        made = [self.folder / "out/generated" / name for name in LISTED]
        subprocess.run(["make", "--silent", "-f", MAKEFILE, "B=out", *(file.relative_to(self.folder) for file in made)],
                       cwd=self.folder, check=True, capture_output=True)
        return [(file.read_text(), file.stat().st_mtime_ns) for file in made]

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
