"""Web pages around scraps of HTML."""

from __future__ import annotations

from gazette_diff.reading.html import read_page
from gazette_diff.reading.result import ReadResult

ARTICLES = (
    "第一条　为了规范集市管理，制定本办法。",
    "第二条　本办法所称集市，是指定期举办的农副产品交易场所。",
    "第三条　申请摊位应当提交下列材料：",
    "（一）申请书；",
    "（二）身份证明。",
    "第四条　本办法自2021年5月1日起施行。",
)
TEXT = "".join(f"<p>{line}</p>" for line in ARTICLES)
TITLE = "禾木溪镇集市管理办法"


def page(body: str) -> ReadResult:
    """Read a page with *body*, titled as the sites do."""
    head = f"<meta charset=utf-8><title>{TITLE}_禾木溪镇人民政府门户网站</title>"
    html = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read_page(html.encode(), "x.html")


def kept(body: str) -> list[str]:
    """Return the lines of that page that are its text."""
    return [line for line in page(body).source.lines if not line.startswith("<!--")]


def left_out(body: str) -> str:
    """Return the words of that page that are not, with what is said of them."""
    return "\n".join(line for line in page(body).source.lines if line.startswith("<!--"))
