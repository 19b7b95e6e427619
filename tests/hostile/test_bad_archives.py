"""Every archive that is not exactly a bundle is refused, with its own words, before anything in it is used."""

import os
import random
import time

import pytest

from engine.bundle import archive, reading
from engine.bundle.refusal import BundleRefused
from tests.engine.bundle.makers import model_file
from tests.hostile import archives


def good():
    return model_file("xgboost")


def changed_at(data, place, value=b"\xff"):
    return data[:place] + value + data[place + 1 :]


def renamed(name):
    return archives.raw([*archives.pairs(good()), (name, b"x")])


def deflated():
    import zipfile

    return archives.rezipped(archives.entries(good()), compression=zipfile.ZIP_DEFLATED)


def overlapping():
    pairs = archives.pairs(good())
    return archives.raw(pairs, offsets=[0] * len(pairs))


def commented():
    return good()[:-2] + b"\x05\x00hello"


def swapped():
    """A local header whose name is another entry's than the directory says."""
    return archives.raw(archives.pairs(good()), local=b"online.json")


def many():
    return archives.raw([*archives.pairs(good()), *((b"models/%d.ubj" % n, b"") for n in range(70))])


def wrong_crc():
    data = good()
    place = data.index(b"schema.json") + len(b"schema.json")
    return changed_at(data, place, b"[")


BAD = {
    "empty": (lambda: b"", "empty"),
    "random": (lambda: random.Random(1).randbytes(4000), "no bundle"),
    "half": (lambda: good()[: len(good()) // 2], "cut short"),
    "without the last byte": (lambda: good()[:-1], "cut short"),
    "bytes before": (lambda: b"#!/bin/sh\n" + good(), "no bundle"),
    "bytes after": (lambda: good() + b"\0", "cut short"),
    "a comment": (commented, "cut short"),
    "70,000 entries": (lambda: archives.raw(archives.pairs(good()), count=65535), "65535 entries"),
    "more than 64 entries": (many, "1 to 64"),
    "no entries": (lambda: archives.raw([]), "no bundle"),
    "up and out": (lambda: renamed(b"../evil.ubj"), "name or kind"),
    "up within models": (lambda: renamed(b"models/../../evil.ubj"), "name or kind"),
    "absolute": (lambda: renamed(b"/etc/passwd"), "name or kind"),
    "backslash": (lambda: renamed(b"models\\evil.ubj"), "name or kind"),
    "drive letter": (lambda: renamed(b"C:evil.ubj"), "name or kind"),
    "NUL in a name": (lambda: renamed(b"models/a.ubj\0.txt"), "name or kind"),
    "letters that look alike": (lambda: renamed("sсhema.json".encode()), "name or kind"),
    "not ASCII": (lambda: renamed("models/modèle.ubj".encode()), "name or kind"),
    "Windows device": (lambda: renamed(b"models/con.ubj"), "name or kind"),
    "Windows device with a number": (lambda: renamed(b"models/lpt1.txt"), "name or kind"),
    "folder": (lambda: renamed(b"models/"), "name or kind"),
    "pickle": (lambda: renamed(b"models/model.pkl"), "name or kind"),
    "joblib": (lambda: renamed(b"models/model.joblib"), "name or kind"),
    "array": (lambda: renamed(b"models/rows.npy"), "name or kind"),
    "Python": (lambda: renamed(b"models/run.py"), "name or kind"),
    "library": (lambda: renamed(b"models/run.so"), "name or kind"),
    "empty name": (lambda: renamed(b""), "name or kind"),
    "very long name": (lambda: renamed(b"models/" + b"a" * 300 + b".ubj"), "name or kind"),
    "upper case": (lambda: renamed(b"models/MODEL.UBJ"), "name or kind"),
    "symbolic link": (lambda: archives.raw(archives.pairs(good()), attributes=0xA1FF0000), "symbolic link"),
    "permissions": (lambda: archives.raw(archives.pairs(good()), attributes=0x81A40000), "belong to no entry"),
    "an entry twice": (lambda: archives.raw([*archives.pairs(good()), archives.pairs(good())[1]]), "entry twice"),
    "two manifests": (lambda: archives.raw([archives.pairs(good())[0], *archives.pairs(good())]), "entry twice"),
    "case alone differs": (lambda: renamed(b"readme.md"), "name or kind"),
    "compressed": (deflated, "compressed"),
    "compressed by number": (lambda: archives.raw(archives.pairs(good()), method=8), "compressed"),
    "encrypted": (lambda: archives.raw(archives.pairs(good()), flags=1), "encrypted"),
    "data descriptor": (lambda: archives.raw(archives.pairs(good()), flags=8), "data descriptor"),
    "two sizes": (lambda: archives.raw(archives.pairs(good()), sizes=(10, 11)), "two sizes"),
    "a giant size": (lambda: archives.raw(archives.pairs(good()), sizes=(1 << 31, 1 << 31)), "larger than"),
    "zip64 size": (lambda: archives.raw(archives.pairs(good()), sizes=(0xFFFFFFFF, 0xFFFFFFFF)), "larger than"),
    "extra fields": (lambda: archives.raw(archives.pairs(good()), extra=b"\1\0\2\0ab"), "damaged"),
    "overlapping entries": (overlapping, "contradict"),
    "a local header unlike the directory": (swapped, "contradict"),
    "wrong CRC": (wrong_crc, "checksum"),
    "no manifest": (lambda: archives.raw(archives.pairs(good())[1:]), "not its first"),
    "the manifest last": (lambda: archives.raw(archives.pairs(good())[::-1]), "not its first"),
    "a manifest of 2 MiB": (lambda: archives.raw([(b"manifest.json", b" " * (2 << 20))]), "larger than 1 MiB"),
    "gzip": (lambda: __import__("gzip").compress(good()), "it is gzip"),
    "7z": (lambda: b"7z\xbc\xaf\x27\x1c" + bytes(100), "7z"),
    "tar": (lambda: b"manifest.json".ljust(257, b"\0") + b"ustar" + bytes(300), "tar"),
    "a pickle": (lambda: b"\x80\x04\x95" + bytes(100), "pickle"),
    "an old pickle": (lambda: b"cos\nsystem\n(S'true'\ntR.", "no bundle"),
    "a program": (lambda: b"\x7fELF" + bytes(100), "program"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_archive_is_refused_in_words(case, tmp_path):
    make, words = BAD[case]
    path = tmp_path / "bad.apbundle"
    path.write_bytes(make())
    began = time.perf_counter()
    with pytest.raises(BundleRefused, match=words) as refused:
        reading.read(path)
    assert time.perf_counter() - began < 0.5
    assert refused.value.where.startswith(str(path))
    assert refused.value.remedy


def test_the_sound_one_is_read():
    assert reading.parse(good()).card.name == "xgboost"


def test_python_opens_most_of_what_is_refused_here():
    """Why the reader is our own."""
    import io
    import zipfile

    opened = 0
    for make, _ in BAD.values():
        try:
            opened += bool(zipfile.ZipFile(io.BytesIO(make())).namelist())
        except (zipfile.BadZipFile, OSError, NotImplementedError):
            continue
    assert opened > 25


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "real.apbundle").write_bytes(good())
    os.symlink(tmp_path / "real.apbundle", tmp_path / "link.apbundle")
    with pytest.raises(BundleRefused, match="a link"):
        reading.read(tmp_path / "link.apbundle")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs FIFOs")
def test_a_pipe_a_device_and_a_folder_are_not_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe.apbundle")
    for path in (tmp_path / "pipe.apbundle", "/dev/zero", tmp_path):
        with pytest.raises(BundleRefused, match="not a file"):
            reading.read(path)


@pytest.mark.parametrize("name", ["missing.apbundle", "nul\0name.apbundle", "x" * 300])
def test_a_file_that_is_not_there_is_told(tmp_path, name):
    with pytest.raises(BundleRefused, match=r"cannot be read|not a file name"):
        reading.read(f"{tmp_path}/{name}")


def test_a_giant_is_refused_unread(tmp_path):
    path = tmp_path / "giant.apbundle"
    with path.open("wb") as file:
        file.truncate(archive.MAX_ARCHIVE + 1)
    with pytest.raises(BundleRefused, match="larger than"):
        reading.read(path)


def test_no_flipped_bit_and_no_cut_is_accepted():
    data, chance = good(), random.Random(7)
    for _ in range(400):
        place = chance.randrange(len(data))
        with pytest.raises(BundleRefused):
            reading.parse(changed_at(data, place, bytes([data[place] ^ 1 << chance.randrange(8)])))
        with pytest.raises(BundleRefused):
            reading.parse(data[:place])


def test_every_header_byte_counts():
    data = good()
    headers = [place for place in range(len(data)) if place < 60 or place > len(data) - 400]
    for place in headers:
        with pytest.raises(BundleRefused):
            reading.parse(changed_at(data, place, bytes([data[place] ^ 0x10])))
