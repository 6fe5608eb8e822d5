"""How blocks become Markdown in the flavour of GitHub (https://github.github.com/gfm/)."""
