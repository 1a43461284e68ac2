"""A Word file as PDF, printed by LibreOffice: an engine that neither setter nor reader knows."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.rendering.sheet import Sheet
from tests.rendering.word import docx

_SECONDS = 120  # that one document may take


def office_missing() -> str:
    """Return why nothing can be printed here; "" if it can."""
    return "" if shutil.which("soffice") else "LibreOffice: no soffice on the path"


def office_pdf(sheet: Sheet) -> bytes:
    """Return a sheet as the bytes of the PDF file that LibreOffice prints of its Word file."""
    with tempfile.TemporaryDirectory(prefix="an2un-office-") as place:
        source = Path(place, "sheet.docx")
        source.write_bytes(docx(sheet))
        subprocess.run(
            [
                "soffice", f"-env:UserInstallation={Path(place, 'profile').as_uri()}",
                "--headless", "--convert-to", "pdf", "--outdir", place, str(source),
            ],
            capture_output=True, check=True, timeout=_SECONDS,
        )  # fmt: skip
        return source.with_suffix(".pdf").read_bytes()
