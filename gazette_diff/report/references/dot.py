"""The graph of the references between articles, in the language of Graphviz.

https://graphviz.org/doc/info/lang.html: names and labels are quoted strings, in which only
the quotation mark and the backslash are special.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from gazette_diff.core.places import article_of
from gazette_diff.core.references import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gazette_diff.core.places import Placed
    from gazette_diff.core.references import Reference

_MISSING = "color=red, fontcolor=red, style=dashed"


def references_as_dot(title: str, placed: Iterable[Placed], references: Sequence[Reference]) -> str:
    """Return a digraph: an edge from each article to each that it cites, with how often.

    *placed* are the provisions of the regulation. Articles without references stay out; a
    reference that points to nothing leads to a node of its own, dashed and red.
    """
    names = {one.eid: one.provision for top in placed for one in top.walk()}
    edges: Counter[tuple[str, str]] = Counter()
    lost: dict[tuple[str, str], str] = {}
    for one in references:
        source = article_of(one.source.eid)
        if one.scope is Scope.EXTERNAL:
            continue
        for target in one.targets:
            if article_of(target.eid) != source:
                edges[source, article_of(target.eid)] += 1
        if one.problem is not None:
            lost[source, f"missing {one.text}"] = one.text
    shown = dict.fromkeys(eid for edge in edges for eid in edge) | dict.fromkeys(
        source for source, _ in lost
    )
    lines = [f"digraph {_quoted(title or 'references')} {{", "  rankdir=LR;", "  node [shape=box];"]
    lines += [
        f"  {_quoted(eid)} [label={_quoted(_label(names[eid].label, names[eid].heading))}];"
        for eid in names
        if eid in shown
    ]
    lines += [
        f"  {_quoted(node)} [label={_quoted(text)}, {_MISSING}];"
        for (_, node), text in lost.items()
    ]
    for (citing, cited), count in edges.items():
        label = f" [label={_quoted(str(count))}]" if count > 1 else ""
        lines.append(f"  {_quoted(citing)} -> {_quoted(cited)}{label};")
    lines += [f"  {_quoted(source)} -> {_quoted(node)} [color=red];" for source, node in lost]
    return "\n".join([*lines, "}"]) + "\n"


def _label(number: str, heading: str) -> str:
    return f"{number} {heading}".strip()


def _quoted(text: str) -> str:
    plain = "".join(c if c.isprintable() else " " for c in text)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
