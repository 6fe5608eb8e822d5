"""Documents of dcsgen as PDF through other programs, so that they look like documents of others."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from shutil import move

_PLAIN = (
    "table,thead,tbody,tr,td,th,caption{border:none!important;background:none!important;color:#000!important;"
    "box-shadow:none!important}"
)
STYLES = {
    "ruled": "td,th{border:1px solid #444!important;background:none!important} "
    "*{font-family:Liberation Sans!important}",
    "serif": "table{border-collapse:collapse!important} td,th{border:1px solid #444!important} "
    "*{font-family:Liberation Serif!important} body{font-size:11pt!important}",
    "narrow": "td,th{border:1px solid #444!important;word-break:break-all!important;font-size:13pt!important} "
    "*{font-family:DejaVu Sans!important}",
    "levels": f"{_PLAIN} td,th{{border-bottom:1px solid #888!important}} *{{font-family:Noto Sans!important}}",
    "borderless": f"{_PLAIN} td,th{{padding:3px 10px!important}} *{{font-family:Liberation Sans!important}}",
    "borderless-serif": f"{_PLAIN} td,th{{padding:5px 14px!important}} *{{font-family:Liberation Serif!important}}",
}
"""What is added to the style of the HTML before Chromium prints it."""


def printed(document: Path, through: str, pdf: Path) -> None:
    """Print HTML by Chromium in a style, or DOCX by LibreOffice (`libreoffice`)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if through == "libreoffice":
            profile = f"-env:UserInstallation=file://{folder}/profile"
            command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", name, str(document)]
            made = folder / f"{document.stem}.pdf"
        else:
            page, made = folder / "page.html", folder / "made.pdf"
            text = document.read_text(encoding="utf-8")
            page.write_text(text.replace("</head>", f"<style>{STYLES[through]}</style></head>", 1), encoding="utf-8")
            command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"]
            command += ["--no-pdf-header-footer", f"--print-to-pdf={made}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        move(made, pdf)
