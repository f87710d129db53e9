"""tap.py FILE [NAME]: runs the unittest cases of a file and prints TAP; every failure's trace goes before its line."""
import importlib.util
import pathlib
import signal
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.path.append("/usr/lib/python3/dist-packages")  # Debian's packages, for a Python that is not Debian's


class TapResult(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.points = 0

    def point(self, test, word="ok", note=""):
        self.points += 1
        print(f"{word} {self.points} {test.id().split('.', 1)[-1]}{note}", flush=True)

    def failure(self, test, error):
        print(self._exc_info_to_string(error, test), flush=True)
        self.point(test, "not ok")

    def addSuccess(self, test):
        self.point(test)

    def addFailure(self, test, error):
        self.failure(test, error)

    def addError(self, test, error):
        self.failure(test, error)

    def addSkip(self, test, reason):
        self.point(test, note=f" # SKIP {reason}")

    def addSubTest(self, test, subtest, error):
        """A part that failed; a whole with failed parts gets no addSuccess."""
        if error is not None:
            self.failure(subtest, error)


def main(path, name=None):
    specification = importlib.util.spec_from_file_location(pathlib.Path(path).stem, path)
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    loader = unittest.TestLoader()
    suite = loader.loadTestsFromName(name, module) if name else loader.loadTestsFromModule(module)
    result = TapResult()
    suite.run(result)
    print(f"1..{result.points}", flush=True)


if __name__ == "__main__":
    # A stop by signal unwinds, so that what a test has started is stopped too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    main(*sys.argv[1:])
