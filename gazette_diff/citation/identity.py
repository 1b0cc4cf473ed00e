"""Which work a citation means: the regulation at hand, or another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazette_diff.core.errors import NotFoundError
from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from gazette_diff.citation.values import Citation
    from gazette_diff.core.tree import Regulation

# 本办法, 该办法: the work names itself.
_SELF = tuple("本该此同")


def check_work(regulation: Regulation, citation: Citation) -> None:
    """Make sure that the work *citation* names is *regulation*.

    The end of the title is enough (工作规则, 公司法), and so is 本规则.

    Raises:
        NotFoundError: it is another one.
    """
    title, number = regulation.metadata.title, regulation.metadata.document_number
    other_number = None not in (citation.document_number, number) and (
        citation.document_number != number
    )
    if not other_number and (not title or not citation.work or _same_work(citation.work, title)):
        return
    own = citation.work[:1] in _SELF
    name = f"“{citation.work}”" if own else f"《{citation.work}》" if citation.work else ""
    name += f"（{citation.document_number}）" if other_number else ""
    raise NotFoundError(
        Bilingual(f"引注指的是{name}，不是本文件", f"the citation is of {name}, not of this text"),
        where=title,
        mend=Bilingual("请改用所引的文件", "name the regulation that it cites"),
    )


def names_itself(regulation: Regulation, work: str) -> bool:
    """Tell whether *work*, as cited in the text of *regulation*, is that regulation.

    本办法 in a text is the text, whatever its title ends in; 本法 is, unless the text
    amends a law: there the words are the law's, quoted.
    """
    title = regulation.metadata.title
    if not work.startswith("本"):
        return bool(title) and work[:1] not in _SELF and plain_title(work) == plain_title(title)
    return not amends_another(title) or _same_work(work, title)


def amends_another(title: str) -> bool:
    """Tell from its *title* whether a text amends another: 刑法修正案（八）, 关于修改…的决定."""
    return re.search(r"修正案|修改|修正.*决定|废止", title) is not None


def concerns_another(title: str) -> bool:
    """Tell from its *title* whether a text is about another one: 关于适用…的解释, …罪名的意见."""
    return re.search(r"解释|批复|答复|罪名|关于(?:适用|执行|实施)", title) is not None


def _same_work(work: str, title: str) -> bool:
    cited, held = plain_title(work), plain_title(title)
    if cited[:1] in _SELF:
        return held.endswith(cited[1:])
    return held.endswith(cited) or cited.endswith(held)


def plain_title(title: str) -> str:
    """Return *title* without spaces, quotes, and brackets at its end such as （试行）."""
    plain = re.sub(r"[\s《》〈〉“”\"]", "", title)
    while (shorter := re.sub(r"[（(〔\[][^（()）]*[）)〕\]]$", "", plain)) != plain:
        plain = shorter
    return plain
