"""The files that a desktop reads: well-formed, and agreeing on names and the bundle's type."""

from __future__ import annotations

import configparser
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def test_the_bundle_has_one_type_in_all_of_them() -> None:
    kind = ET.parse(LINUX / "alphapulse-bundle.xml").getroot().find(f"{MIME}mime-type")
    assert kind is not None
    glob = kind.find(f"{MIME}glob")
    assert glob is not None
    assert glob.get("pattern") == "*.apbundle"
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(LINUX / "alphapulse-workbench.desktop")
    assert str(kind.get("type")) in entry["Desktop Entry"]["MimeType"].split(";")
    info = ET.parse(LINUX / "io.alphapulse.Workbench.metainfo.xml").getroot()
    assert info.findtext("provides/mediatype") == kind.get("type")


def test_the_desktop_entry_starts_a_script_that_the_project_installs() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(LINUX / "alphapulse-workbench.desktop")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert entry["Desktop Entry"]["Exec"].split()[0] in project["gui-scripts"]
    info = ET.parse(LINUX / "io.alphapulse.Workbench.metainfo.xml").getroot()
    assert project["version"] in [release.get("version") for release in info.iter("release")]
    ET.parse(LINUX / "alphapulse-workbench.svg")
