"""Signatures: right ones, wrong ones, keys known and unknown; checked without any library."""

import json
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.bundle import archive, ed25519, exporting, reading, signing, trust, verifying
from engine.bundle.exporting import ExportOptions
from engine.bundle.refusal import BundleRefused
from engine.bundle.trust import Trust
from engine.errors import WorkbenchError
from engine.library import runs
from engine.library.store import Workspace
from tests.engine.bundle.makers import model_file
from tests.engine.library.records import a_run
from tests.hostile import archives

# RFC 8032, section 7.1: secret, public key, message, signature
VECTORS = [
    ("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     ("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
     "d25bf5f0595bbe24655141438e7a100b")),
    ("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     ("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
     "387b2eaeb4302aeeb00d291612bb0c00")),
]


@pytest.mark.parametrize(("_secret", "key", "message", "signature"), VECTORS)
def test_the_vectors_of_the_standard_hold_and_no_flipped_bit_does(_secret, key, message, signature):
    parts = [bytes.fromhex(key), bytes.fromhex(message), bytes.fromhex(signature)]
    assert ed25519.is_valid(*parts)
    for which in range(3):
        for place in range(len(parts[which])):
            changed = bytearray(parts[which])
            changed[place] ^= 1 << (place % 8)
            assert not ed25519.is_valid(*(bytes(changed) if n == which else part for n, part in enumerate(parts)))


@settings(max_examples=15, deadline=None)
@given(st.binary(min_size=32, max_size=32), st.binary(max_size=200))
def test_it_agrees_with_the_library_that_signs(secret, message):
    private = pytest.importorskip("cryptography.hazmat.primitives.asymmetric.ed25519").Ed25519PrivateKey
    key = private.from_private_bytes(secret)
    public = key.public_key().public_bytes_raw()
    assert ed25519.is_valid(public, message, key.sign(message))
    assert not ed25519.is_valid(public, message + b"x", key.sign(message))


def test_a_scalar_beyond_the_order_is_refused():
    key, message, signature = (bytes.fromhex(part) for part in VECTORS[0][1:])
    order = 2**252 + 27742317777372353535851937790883648493
    twin = signature[:32] + (int.from_bytes(signature[32:], "little") + order).to_bytes(32, "little")
    assert not ed25519.is_valid(key, message, twin)


@pytest.fixture
def workspace(workspace_dir, monkeypatch):
    monkeypatch.setattr(trust, "_written_by_this_process", set())
    with Workspace.open(workspace_dir) as opened:
        runs.add_run(opened, a_run("xgb-1"), model_file=model_file())
        yield opened


@pytest.fixture
def signed(workspace, tmp_path):
    pytest.importorskip("cryptography")
    return exporting.write_bundle(workspace, "xgb-1", tmp_path / "signed.apbundle", ExportOptions(sign=True))


def test_a_signed_bundle_is_known_once_its_key_is(signed, tmp_path):
    with Workspace.open(tmp_path / "elsewhere") as other:
        assert verifying.verify(signed, workspace=other).trust is Trust.WRITTEN_HERE  # by this very process
        trust._written_by_this_process.clear()
        found = verifying.verify(signed, workspace=other)
        assert found.trust is Trust.UNKNOWN_KEY
        with pytest.raises(BundleRefused, match="not signed by a key on your list"):
            verifying.verify(signed, workspace=other, signed=True)
        signing.trust_key(other, found.key, "the desk")
        known = verifying.verify(signed, workspace=other, signed=True)
        assert known.trust is Trust.SIGNED
        assert "the desk" in known.signature
        signing.forget_key(other, found.key)
        assert verifying.verify(signed, workspace=other).trust is Trust.UNKNOWN_KEY


def test_the_key_is_kept_and_private(signed, workspace):
    path = workspace.root / "keys" / "signing.key"
    assert os.name == "nt" or path.stat().st_mode & 0o077 == 0
    assert signing.own_signer(workspace).key == reading.read(signed).signature.key
    path.write_text("not a key")
    with pytest.raises(WorkbenchError, match="signing key cannot be read"):
        signing.own_signer(workspace)


def resigned(data, change):
    values = json.loads(archives.entries(data)["manifest.sig"])
    change(values)
    return archive.pack({**archives.entries(data), "manifest.sig": json.dumps(values, indent=1).encode() + b"\n"})


def test_every_change_to_a_signed_bundle_is_found(signed):
    data = signed.read_bytes()
    with pytest.raises(BundleRefused, match="signature is wrong"):
        reading.parse(archives.resealed(data, {"README.md": b"better than ever"}))
    other = "00" * 64
    for change in (
        lambda v: v.update(signature=other), lambda v: v.update(key="11" * 32), lambda v: v.pop("key"),
        lambda v: v.update(signature="xyz"), lambda v: v.update(signature=None), lambda v: v.update(more=1),
        lambda v: v.update(algorithm="none"), lambda v: v.update(key=v["key"].upper()),
    ):
        with pytest.raises(BundleRefused, match="signature is wrong"):
            reading.parse(resigned(data, change))


def test_taking_the_signature_off_leaves_an_unsigned_bundle(signed, tmp_path):
    contents = archives.entries(signed.read_bytes())
    contents.pop("manifest.sig")
    bare = reading.parse(archive.pack(contents))
    assert bare.signature is None
    with Workspace.open(tmp_path / "elsewhere") as other:
        assert trust.of(bare, other) is Trust.UNSIGNED


def test_the_same_run_signed_twice_gives_the_same_bytes(signed, workspace, tmp_path):
    again = exporting.write_bundle(workspace, "xgb-1", tmp_path / "again.apbundle", ExportOptions(sign=True))
    assert again.read_bytes() == signed.read_bytes()


def test_a_fingerprint_is_short_and_of_the_key():
    assert signing.fingerprint("ab" * 32) != signing.fingerprint("ac" * 32)
    assert len(signing.fingerprint("ab" * 32)) == 19


def test_only_a_public_key_gets_on_the_list(workspace):
    for key in ("", "xyz", "ab" * 31):
        with pytest.raises(WorkbenchError, match="no public key"):
            signing.trust_key(workspace, key, "x")
