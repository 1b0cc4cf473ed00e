"""Change sets written by hand, in a short notation that shows what they say.

The words of a row are written with the marks of a word diff: ``每年[-三-]{+五+}次``. The
regulation is invented.
"""

from __future__ import annotations

import re
from datetime import date

from gazette_diff.core.changes import (
    Change,
    ChangeSet,
    ComparedVersion,
    Link,
    Part,
    ProvisionRef,
    Relation,
    Row,
    RowRef,
    Segment,
    ValueChange,
)
from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.tree import Metadata

GENERAL = ("第一章 总则",)
MEETINGS = ("第二章 会议制度",)
OLD_PAPERS = ("第三章 公文处理",)
INCOMING = ("第三章 公文办理", "第一节 收文")
OUTGOING = ("第三章 公文办理", "第二节 发文")
SUPERVISION = ("第四章 监督",)
OLD_FINAL = ("第五章 附则",)
FINAL = ("第四章 附则",)

_MARKED = re.compile(r"\[-(?P<old>.*?)-\]|\{\+(?P<new>.*?)\+\}|(?P<same>.+?)(?=\[-|\{\+|$)", re.S)


def marked(text: str) -> tuple[Segment, ...]:
    """Return the segments of *text* as marked."""
    segments = []
    for found in _MARKED.finditer(text):
        if found["old"] is not None:
            segments.append(Segment("-", found["old"]))
        elif found["new"] is not None:
            segments.append(Segment("+", found["new"]))
        else:
            segments.append(Segment("=", found["same"]))
    return tuple(segments)


def article(number: int, path: tuple[str, ...]) -> ProvisionRef:
    """Return the article *number*."""
    return ProvisionRef(f"art_{number}", Ordinal(number).counted("条"), path)


def place(short: str | None, part: Part = Part.TEXT) -> RowRef | None:
    """Return the place ``6.1.2``: the second item of the first paragraph of article 6."""
    if short is None:
        return None
    number, *inner = short.split(".")
    tokens = ("para", "point", "indent")
    eid = "__".join([f"art_{number}", *(f"{t}_{n}" for t, n in zip(tokens, inner, strict=False))])
    label = ""
    if len(inner) == 2:
        label = f"（{Ordinal(int(inner[1])).chinese}）"
    elif len(inner) == 3:
        label = f"{inner[2]}."
    return RowRef(eid, label, part)


def row(old: str | None, new: str | None, text: str) -> Row:
    """Return a row; words that stand on one side only may be written without marks."""
    segments = marked(text)
    part = Part.TABLE if "\t" in text else Part.TEXT
    if new is None:
        return Row(Relation.DELETED, place(old), None, (Segment("-", text),))
    if old is None:
        return Row(Relation.ADDED, None, place(new), (Segment("+", text),))
    same = all(s.op == "=" for s in segments)
    relation = Relation.UNCHANGED if same else Relation.AMENDED
    return Row(relation, place(old, part), place(new, part), segments)


def link(old: int, new: int, similarity: float = 1.0, confidence: float = 0.99) -> Link:
    """Return a link of two articles."""
    return Link(f"art_{old}", f"art_{new}", similarity, confidence, ("backbone", "“值班记录”"))


def unchanged(
    old: int, new: int, path: tuple[str, ...], text: str, old_path: tuple[str, ...] | None = None
) -> Change:
    """Return an unchanged article of one paragraph."""
    return Change(
        relation=Relation.UNCHANGED,
        old=(article(old, path if old_path is None else old_path),),
        new=(article(new, path),),
        renumbered=old != new,
        relocated=old_path is not None and old_path[:1] != path[:1],
        links=(link(old, new),),
        rows=(row(f"{old}.1", f"{new}.1", text),),
    )


def version(title: str, number: DocumentNumber, signed: date, articles: int) -> ComparedVersion:
    """Return one side of a comparison."""
    metadata = Metadata(
        title=title, document_number=number, issuer=("临江市人民政府",), signed=signed
    )
    return ComparedVersion(metadata, signed.isoformat(), articles)


def _general() -> tuple[Change, ...]:
    return (
        unchanged(
            1, 1, GENERAL, "为规范市人民政府工作，提高行政效能，根据有关法律法规，制定本规则。"
        ),
        Change(
            relation=Relation.AMENDED,
            old=(article(2, GENERAL),),
            new=(article(2, GENERAL),),
            classes=("duty",),
            values=(ValueChange("duty", "可以", "应当", 1),),
            links=(link(2, 2, 0.93),),
            rows=(
                row("2.1", "2.1", "市人民政府工作人员应当忠于宪法，勤勉尽责。"),
                row(
                    "2.2",
                    "2.2",
                    "重大事项[-可以-]{+应当+}向市人民政府报告{+，不得迟报、漏报、瞒报+}。",
                ),
                row("2.3", "2.3", "报告的具体办法由办公室另行制定。"),
            ),
        ),
        Change(
            relation=Relation.ADDED,
            new=(article(3, GENERAL),),
            rows=(row(None, "3.1", "市人民政府坚持依法决策，重大行政决策应当经过合法性审查。"),),
        ),
        unchanged(3, 4, GENERAL, "市长领导市人民政府的工作。"),
        unchanged(4, 5, GENERAL, "副市长按照分工负责处理分管工作。"),
        unchanged(5, 6, GENERAL, "市长外出期间，由常务副市长主持工作。"),
    )


def _items() -> Change:
    return Change(
        relation=Relation.AMENDED,
        old=(article(6, MEETINGS),),
        new=(article(7, MEETINGS),),
        renumbered=True,
        classes=("deadline", "body"),
        values=(
            ValueChange("deadline", "三个工作日", "五个工作日", 6),
            ValueChange("body", "市政府督查室", "市政府办公室", 6),
        ),
        links=(link(6, 7, 0.81, 0.97),),
        rows=(
            row("6.1", "7.1", "市人民政府全体会议的主要任务是："),
            row("6.1.1", "7.1.1", "传达学习上级重要决策部署；"),
            row("6.1.2", "7.1.2", "讨论决定市人民政府工作中的重大事项；"),
            row("6.1.3", "7.1.3", "部署市人民政府的{+阶段性+}重要工作；"),
            row("6.1.4", None, "通报全市经济运行情况；"),
            row(None, "7.1.4", "分析研判全市经济社会发展形势；"),
            row("6.1.5", "7.1.5", "其他需要讨论的事项。"),
            row(
                "6.2",
                "7.2",
                "全体会议一般每[-半年-]{+季度+}召开一次，根据需要可以随时召开。会议议题由秘书长提出，"
                "报市长确定；会议材料应当于会前[-三-]{+五+}个工作日送达参会人员，"
                "参会人员应当认真准备，按时到会，因故不能参会的，应当向市长请假，并委托其他负责人参加。"
                "会议的组织工作由[-市政府督查室-]{+市政府办公室+}负责。",
            ),
            row("6.3", "7.3", "全体会议可以邀请有关方面负责人列席。"),
        ),
    )


def _meetings() -> tuple[Change, ...]:
    return (
        _items(),
        Change(
            relation=Relation.SPLIT,
            old=(article(7, MEETINGS),),
            new=(article(8, MEETINGS), article(9, MEETINGS)),
            renumbered=True,
            links=(link(7, 8, 0.8, 0.95), link(7, 9, 0.6, 0.9)),
            rows=(
                row("7.1", "8.1", "常务会议由市长召集和主持。"),
                row(
                    "7.2",
                    "9.1",
                    "常务会议[-的-]议题由市长确定{+，涉及多个部门的应当事先协调一致+}。",
                ),
            ),
        ),
        Change(
            relation=Relation.MERGED,
            old=(article(8, MEETINGS), article(9, MEETINGS)),
            new=(article(10, MEETINGS),),
            renumbered=True,
            links=(link(8, 10, 0.7, 0.93), link(9, 10, 0.5, 0.9)),
            rows=(
                row("8.1", "10.1", "专题会议由副市长召集。"),
                row("9.1", "10.2", "专题会议[-应当-]形成纪要，由召集人签发。"),
            ),
        ),
        Change(
            relation=Relation.DELETED,
            old=(article(10, MEETINGS),),
            rows=(row("10.1", None, "会议期间不得安排宴请。"),),
        ),
        unchanged(14, 11, MEETINGS, "值班人员应当做好值班记录。", OLD_PAPERS),
    )


def _papers() -> tuple[Change, ...]:
    return (
        Change(
            relation=Relation.AMENDED,
            old=(article(11, OLD_PAPERS),),
            new=(article(12, INCOMING),),
            renumbered=True,
            links=(link(11, 12, 0.31, 0.55),),
            rows=(
                row(
                    "11.1",
                    "12.1",
                    "[-各单位报送公文应当一文一事。-]{+收到公文后，办公室应当在一个工作日内提出拟办意见。+}",
                ),
            ),
        ),
        Change(
            relation=Relation.AMENDED,
            old=(article(12, OLD_PAPERS),),
            new=(article(13, INCOMING),),
            renumbered=True,
            classes=("deadline",),
            values=(ValueChange("deadline", "6小时", "2小时", 1),),
            links=(link(12, 13, 0.9, 0.99),),
            rows=(
                row("12.1", "13.1", "公文办理时限如下："),
                row("12.2", "13.2", "种类\t时限\n特急\t[-6-]{+2+}小时\n普通\t3个工作日"),
            ),
        ),
        Change(
            relation=Relation.ADDED,
            new=(article(14, OUTGOING),),
            rows=(
                row(None, "14.1", "下列公文由市长签发："),
                row(None, "14.1.1", "上报的公文；"),
                row(None, "14.1.2", "涉及全局的公文："),
                row(None, "14.1.2.1", "规划；"),
                row(None, "14.1.2.2", "预算。"),
            ),
        ),
        unchanged(13, 15, OUTGOING, "公文应当归档。", OLD_PAPERS),
    )


def _final() -> tuple[Change, ...]:
    return (
        Change(
            relation=Relation.DELETED,
            old=(article(15, SUPERVISION),),
            rows=(
                row("15.1", None, "市人民政府加强对本规则执行情况的监督。"),
                row("15.2", None, "违反本规则的，予以通报。"),
            ),
        ),
        Change(
            relation=Relation.AMENDED,
            old=(article(16, OLD_FINAL),),
            new=(article(16, FINAL),),
            classes=("entry_into_force", "reference"),
            values=(ValueChange("entry_into_force", "公布之日", "2024年3月1日", 0),),
            links=(link(16, 16, 0.7, 0.99),),
            rows=(
                row(
                    "16.1",
                    "16.1",
                    "本规则自[-公布之日-]{+2024年3月1日+}起施行。{+2019年5月6日印发的《临江市人民政府"
                    "工作规则》（临政〔2019〕7号）同时废止。+}",
                ),
            ),
        ),
    )


def _frame() -> tuple[Row, ...]:
    rows = []
    for old, new, label, text in (
        ("preamble", "preamble", "", "为了{+进一步+}改进作风，制定本规则。"),
        ("chp_1", "chp_1", "第一章", "总则"),
        ("chp_2", "chp_2", "第二章", "会议制度"),
        ("chp_3", "chp_3", "第三章", "公文[-处-]{+办+}理"),
    ):
        segments = marked(text)
        same = len(segments) == 1
        relation = Relation.UNCHANGED if same else Relation.AMENDED
        rows.append(Row(relation, RowRef(old, label), RowRef(new, label), segments))
    rows += [
        Row(Relation.ADDED, None, RowRef("chp_3__sec_1", "第一节"), (Segment("+", "收文"),)),
        Row(Relation.ADDED, None, RowRef("chp_3__sec_2", "第二节"), (Segment("+", "发文"),)),
        Row(Relation.DELETED, RowRef("chp_4", "第四章"), None, (Segment("-", "监督"),)),
        Row(
            Relation.UNCHANGED,
            RowRef("chp_5", "第五章"),
            RowRef("chp_4", "第四章"),
            (Segment("=", "附则"),),
        ),
    ]
    return tuple(rows)


def sample_changes() -> ChangeSet:
    """Return a comparison in which everything happens once."""
    title = "临江市人民政府工作规则"
    return ChangeSet(
        old=version(title, DocumentNumber("临政", 2019, 7), date(2019, 5, 6), 16),
        new=version(title, DocumentNumber("临政", 2024, 3), date(2024, 2, 20), 16),
        changes=(*_general(), *_meetings(), *_papers(), *_final()),
        frame=_frame(),
        diagnostics=(
            Diagnostic.of(
                Code.LINK_DOUBTFUL,
                place="art_12",
                old="第十一条",
                new="第十二条",
                confidence="0.55",
            ),
            Diagnostic.of(Code.NUMBER_REPEATED, place="art_9", line=31, label="第九条"),
        ),
    )


def one_change(change: Change) -> ChangeSet:
    """Return a comparison with nothing but *change*."""
    old = ComparedVersion(Metadata(title="旧规则"), "", len(change.old))
    new = ComparedVersion(Metadata(title="新规则"), "", len(change.new))
    return ChangeSet(old=old, new=new, changes=(change,))


def regrouped() -> ChangeSet:
    """Return a comparison of two articles that became two others."""
    return one_change(
        Change(
            relation=Relation.SPLIT,
            old=(article(1, GENERAL), article(2, GENERAL)),
            new=(article(1, GENERAL), article(2, GENERAL)),
            links=(link(1, 1, 0.7), link(1, 2, 0.6), link(2, 2, 0.7)),
            rows=(
                row("1.1", "1.1", "会议应当有记录。"),
                row("1.2", "2.1", "记录应当保存[-三-]{+五+}年。"),
                row("2.1", "2.1", "保存的记录可以查阅。"),
            ),
        )
    )


def nothing_before() -> ChangeSet:
    """Return a comparison whose old side has no articles and no metadata at all."""
    changes = tuple(
        Change(
            relation=Relation.ADDED,
            new=(article(n, ()),),
            rows=(row(None, f"{n}.1", "施行前已经受理的，依照原规定。"),),
        )
        for n in (1, 2)
    )
    return ChangeSet(
        old=ComparedVersion(Metadata(), "", 0),
        new=ComparedVersion(Metadata(title="新规则"), "2024-01-01", 2),
        changes=changes,
    )
