"""`about` names every area of the knowledge with its edition, and says what is missing."""

from __future__ import annotations

import re

from dcsgen import api
from dcsgen.api.knowledge import areas, ihe_holes
from dcsgen.base.standard import ihe_profiles, media_profiles, security_profiles, service_attributes


def test_every_area_has_an_edition() -> None:
    names = [area.name for area in areas()]
    assert len(names) == len(set(names)) == 16
    assert all(re.fullmatch(r"20\d\d[a-e]?", area.edition) for area in areas())


def test_about_tells_all_editions_sources_and_holes() -> None:
    about = api.about(api.open_host(vendors=False))
    assert about.editions["Query keys and Attributes of services"] == service_attributes.origin().edition
    assert service_attributes.origin().source in about.sources
    for known in (media_profiles, security_profiles, service_attributes):
        for hole in known.origin().known_holes:
            assert any(told.endswith(f": {hole}") for told in about.known_holes), hole


def test_every_ihe_profile_says_how_much_of_it_was_not_seen() -> None:
    holes = ihe_holes()
    assert [hole.partition(":")[0] for hole in holes] == [profile.id for profile in ihe_profiles.all_profiles()]
    assert all(re.search(r"of \d+ transactions of its actors \d+ were not", hole) for hole in holes)
