"""Archives that no bundle writer makes, built by hand from a sound bundle."""

import hashlib
import io
import json
import struct
import zipfile
import zlib

from engine.bundle import archive


def entries(data):
    return {name: bytes(content) for name, content in archive.unpack(data).items()}


def rezipped(contents, **how):
    """The entries through Python's own writer, which is not canonical."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", **how) as file:
        for name, content in contents.items():
            file.writestr(zipfile.ZipInfo(name), content, compress_type=how.get("compression"))
    return buffer.getvalue()


def raw(pairs, *, flags=0, method=0, attributes=0, extra=b"", local=None, offsets=None, count=None, sizes=None):
    """A zip of (name bytes, content) pairs with whatever header fields are asked for."""
    body, directory, places = b"", b"", []
    for number, (name, content) in enumerate(pairs):
        places.append(len(body))
        crc, size = zlib.crc32(content), len(content)
        packed = sizes[0] if sizes else size
        stated = sizes[1] if sizes else size
        inner = local if local is not None and number == len(pairs) - 1 else name
        body += struct.pack("<4s5H3L2H", b"PK\3\4", 20, flags, method, 0, 0x21, crc, packed, stated, len(inner),
                            len(extra)) + inner + extra + content
        offset = offsets[number] if offsets else places[-1]
        directory += struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, flags, method, 0, 0x21, crc, packed, stated,
                                 len(name), len(extra), 0, 0, 0, attributes, offset) + name + extra
    total = len(pairs) if count is None else count
    return body + directory + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, total, total, len(directory), len(body), 0)


def pairs(data):
    return [(name.encode(), content) for name, content in entries(data).items()]


def resealed(data, changes):
    """The bundle with entries changed (None: removed) and a manifest that agrees with them."""
    contents = entries(data)
    for name, content in changes.items():
        if content is None:
            contents.pop(name)
        else:
            contents[name] = content
    stated = json.loads(contents["manifest.json"])
    stated["files"] = {
        name: {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in contents.items() if name not in ("manifest.json", "manifest.sig")
    }
    contents["manifest.json"] = json.dumps(stated).encode()
    return archive.pack(contents)


def with_json(data, name, change):
    """The bundle with one JSON entry changed and all hashes right."""
    values = json.loads(entries(data)[name])
    change(values)
    return resealed(data, {name: json.dumps(values).encode()})


def with_manifest(contents, manifest):
    """An archive of these entries under whatever bytes as its manifest."""
    return archive.pack({**contents, "manifest.json": manifest})
