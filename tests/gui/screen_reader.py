"""A screen reader of few words, for the system's Python: walks a running program over AT-SPI as Orca does.

`python3 screen_reader.py FILE COMMAND...` starts the command, finds its window in the accessibility tree, writes down
every node, presses Train and Cancel by their actions, listens whether that is told, ends the program and writes all of
it into the file as JSON.
"""

import json
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - the version is to be named before

PATIENCE = 100.0  # seconds; a busy machine is no failure
DEEP_ENOUGH = {"table", "tree table", "list"}  # of these only the titles are walked


def main(file, *command):
    """Walk, press, listen."""
    program = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        window = wait_for(program, "a window", lambda: find(desktop_of(program.pid), "frame", "AlphaPulse Workbench"))
        train = wait_for(program, "Train", lambda: sensitive(find(window, "push button", "Train")))
        wait_for(program, "runs", lambda: find(window, "table", "Runs"))
        wait_for(program, "all tabs", lambda: find(window, "table", "Models that can be combined"))
        nodes = written(window)
        beside = train.get_parent()
        Atspi.Action.do_action(train, 0)
        cancel = wait_for(program, "Cancel", lambda: sensitive(find(beside, "push button", "Cancel")))
        told = words_of(beside)
        Atspi.Action.do_action(cancel, 0)
        ended = wait_for(program, "the end", lambda: [w for w in words_of(beside) if w.startswith("Cancelled")])
    finally:
        program.terminate()
        output = program.communicate(timeout=PATIENCE)[0]
    with open(file, "w", encoding="utf-8") as out:
        json.dump({"nodes": nodes, "told": told, "ended": ended, "output": output, "code": program.returncode}, out)


def wait_for(program, what, condition):
    """The first answer that is true; asked again until then, the way one asks another process."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if program.poll() is not None:
            raise SystemExit(f"the program ended by itself with {program.returncode}: {program.stdout.read()}")
        try:
            found = condition()
        except gi.repository.GLib.Error:  # what was asked for has gone meanwhile
            found = None
        if found:
            return found
        time.sleep(0.3)
    raise SystemExit(f"{what} did not come")


def desktop_of(pid):
    """What the program with this process id offers."""
    desktop = Atspi.get_desktop(0)
    for place in range(desktop.get_child_count()):
        one = desktop.get_child_at_index(place)
        if one is not None and one.get_process_id() == pid:
            return one
    return None


def walk(node, path="", depth=0):
    """Every node that is shown, itself first."""
    if node is None or depth > 40:
        return
    role = node.get_role_name()
    yield node, role, path
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None and (role not in DEEP_ENOUGH or child.get_role_name().endswith("header")):
            yield from walk(child, f"{path}/{role}:{node.get_name()[:30]}", depth + 1)


def find(node, role, name):
    """The first node with this role and name."""
    return next((one for one, kind, _ in walk(node) if kind == role and one.get_name() == name), None)


def shown(node):
    """Whether it is on the screen."""
    return node is not None and node.get_state_set().contains(Atspi.StateType.SHOWING)


def sensitive(node):
    """The node, while it can be pressed."""
    return node if shown(node) and node.get_state_set().contains(Atspi.StateType.SENSITIVE) else None


def words_of(window):
    """What labels say."""
    return [one.get_name() for one, role, _ in walk(window) if role == "label" and shown(one) and one.get_name()]


def written(window):
    """What a reader would write down of each node."""
    return [{"role": role, "name": one.get_name(), "description": one.get_description(), "path": path,
             "shown": shown(one)} for one, role, path in walk(window)]


if __name__ == "__main__":
    main(*sys.argv[1:])
