"""What references and judgements are called, and the sentences that sum them up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.language import Bilingual
from gazette_diff.core.references import Judgement, Scope, count_judgements

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gazette_diff.core.references import Cited, JudgedReference, Reference
    from gazette_diff.core.tree import Metadata

JUDGEMENTS = {
    Judgement.FOLLOWS: Bilingual("沿用", "follows"),
    Judgement.STALE: Bilingual("未随改", "stale"),
    Judgement.DANGLING: Bilingual("无所指", "dangling"),
    Judgement.CHANGED_TARGET: Bilingual("所指已改写", "changed target"),
    Judgement.REDIRECTED: Bilingual("改指", "redirected"),
    Judgement.NEW: Bilingual("新增", "new"),
    Judgement.UNSURE: Bilingual("未能判断", "unsure"),
}
FINDINGS_TITLE = Bilingual("需要核对的引用", "References to look at")
DOUBTFUL = Bilingual("对应关系存疑，请核对", "the correspondence is doubtful, please check")
NOT_HELD = Bilingual(
    "库中没有当时施行的文本，未核对", "no text of that time in the library, not checked"
)
EXTERNAL = Bilingual("其他文件", "another work")


def targets_in_words(reference: Reference) -> Bilingual:
    """Return what *reference* points to: 第三条至第五条; why nothing; or that it is not held."""
    if reference.problem is not None:
        return reference.problem
    if not reference.targets:
        return _not_held(reference) if reference.work else EXTERNAL
    names = names_of(reference.targets, ranged=reference.ranged)
    told = f"{reference.held} {names}".strip()
    return Bilingual(told, told)


def _not_held(reference: Reference) -> Bilingual:
    """Return that the work is not held, with its name if the words do not say it (第二款)."""
    if reference.work in reference.text:
        return NOT_HELD
    return Bilingual(f"{reference.work}：{NOT_HELD.zh}", f"{reference.work}: {NOT_HELD.en}")


def names_of(targets: Iterable[Cited], *, ranged: bool = False) -> str:
    """Return the names of *targets*, as a list or as the two ends of a range."""
    return ("至" if ranged else "、").join(one.name for one in targets)


def title_of(metadata: Metadata) -> str:
    """Return the title and number of a regulation as they are cited; "" for none."""
    number = f"（{metadata.document_number}）" if metadata.document_number else ""
    return f"《{metadata.title}》{number}" if metadata.title else ""


def told_of(one: JudgedReference) -> Bilingual:
    """Return the judgement of *one* with its reason: 未随改：序号未变，…；对应关系存疑."""
    kind, reason = JUDGEMENTS[one.judgement], one.reason
    zh, en = f"{kind.zh}：{reason.zh}", f"{kind.en}: {reason.en}"
    if one.doubtful:
        return Bilingual(f"{zh}；{DOUBTFUL.zh}", f"{en}; {DOUBTFUL.en}")
    return Bilingual(zh, en)


def summary_of(references: Sequence[Reference]) -> Bilingual:
    """Return the sentence that counts *references*: how many, where to, how many are wrong."""
    if not references:
        return Bilingual("没有引用", "no references")
    internal = sum(one.scope is Scope.INTERNAL for one in references)
    external = len(references) - internal
    wrong = sum(one.problem is not None for one in references)
    zh = f"引用{len(references)}处：指向本文件{internal}处"
    en = f"{len(references)} references: {internal} to this text"
    if external:
        checked = sum(bool(one.held) for one in references)
        zh += f"，指向其他文件{external}处（据法规库核对{checked}处）"
        en += f", {external} to others ({checked} checked in the library)"
    if wrong:
        return Bilingual(f"{zh}；有问题的{wrong}处", f"{en}; {wrong} wrong")
    return Bilingual(f"{zh}；未发现问题", f"{en}; nothing wrong")


def judged_summary(judged: Sequence[JudgedReference]) -> Bilingual:
    """Return the sentence that counts the judgements: 新文内部引用78处：沿用60处，未随改1处."""
    counts = count_judgements(judged)
    facts = [(JUDGEMENTS[kind], counts[str(kind)]) for kind in Judgement if counts[str(kind)]]
    if not facts:
        return Bilingual("新文没有内部引用", "the new text has no internal references")
    return Bilingual(
        f"新文内部引用{len(judged)}处：" + "，".join(f"{w.zh}{n}处" for w, n in facts),
        f"{len(judged)} internal references in the new text: "
        + ", ".join(f"{n} {w.en}" for w, n in facts),
    )


#: The words of the HTML page.
PAGE = {
    "page_title": Bilingual("{title}的引用", "References of {title}"),
    "untitled": Bilingual("未命名的文件", "Untitled"),
    "skip": Bilingual("跳到正文", "Skip to the text"),
    "stop": Bilingual("。", "."),
    "findings": FINDINGS_TITLE,
    "place": Bilingual("所在", "Where"),
    "reference": Bilingual("引用", "Reference"),
    "finding": Bilingual("情况", "What is found"),
    "cited_by": Bilingual("被引用：", "Cited by "),
    "comma": Bilingual("、", ", "),
}
