"""Drawings as SVG: elements, how wide text is and where it breaks, colours. Who draws what is not known here."""
