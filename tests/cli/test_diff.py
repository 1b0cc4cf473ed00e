from __future__ import annotations

import json
from pathlib import Path

import pytest

from gazette_diff.cli.cite import STYLES
from tests.cli import texts
from tests.cli.conftest import Run, one_line


def test_the_exit_code_tells_whether_anything_differs(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    assert run("diff", "old.txt", "new.txt").exit_code == 1
    assert run("diff", "old.txt", "old.txt").exit_code == 0
    assert run("diff", "old.txt", "gbk.txt").exit_code == 0


def test_the_words_that_changed_are_marked(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    text = run("diff", "old.txt", "new.txt").stdout
    assert "[-可以-]{+应当+}" in text
    assert "镇综合办公室" in text
    assert "雨棚" in text
    assert "\x1b" not in text


def test_the_same_texts_are_said_to_be_the_same(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    assert "两个版本完全相同" in run("diff", "old.txt", "old.txt").stdout
    assert "identical" in run("diff", "old.txt", "old.txt", lang="en").stdout


def test_unrelated_texts_are_said_to_be_so(run: Run, folder: Path) -> None:
    sentences = ["镜湖每年七月开放垂钓", "蚕种由合作社统一发放", "灯会的灯笼不得使用明火"]
    text = "".join(f"第{n}条 {words}。\n\n" for n, words in zip("一二三", sentences, strict=True))
    (folder / "unrelated.txt").write_text(f"杂项规定\n\n{text}", encoding="utf-8")
    result = run("diff", "old.txt", "unrelated.txt")
    assert result.exit_code == 1
    assert "GD302" in result.stdout
    assert "GD302" not in result.stderr
    assert "GD302" in run("diff", "old.txt", "unrelated.txt", "--stat").stderr


def test_only_what_is_asked_for_is_shown(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    added = run("diff", "old.txt", "new.txt", "--only", "added").stdout
    assert "镇综合办公室" in added
    assert "雨棚" not in added
    assert run("diff", "old.txt", "new.txt", "--only", "新增").stdout == added
    both = run("diff", "old.txt", "new.txt", "--only", "新增、deleted").stdout
    assert "镇综合办公室" in both
    assert "雨棚" in both


def test_an_article_is_found_by_either_number(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    by_old = run("diff", "old.txt", "new.txt", "--article", "3").stdout
    assert "[-二-]{+三+}小时" in by_old or "二小时" in by_old
    assert "镇综合办公室" in by_old  # the new article 3
    assert "酒后" not in by_old
    assert "酒后" in run("diff", "old.txt", "new.txt", "--article", "第五条").stdout


def test_context_says_how_much_stands_around(run: Run, folder: Path) -> None:
    items = "（一）雨天；\n（二）夜间；\n（三）雪天；\n（四）雾天；\n（五）酒后{}。\n"
    for name, end in (("a.txt", ""), ("b.txt", "或者患病")):
        text = f"办法\n\n第一条 下列情形不得租用：\n{items.format(end)}"
        (folder / name).write_text(text, encoding="utf-8")
    shown = [
        run("diff", "a.txt", "b.txt", "--context", context).stdout.count("天；")
        for context in ("0", "1", "all")
    ]
    assert shown == [0, 1, 3]


def test_two_columns_of_a_given_width(run: Run, folder: Path) -> None:
    from gazette_diff.cli.help import columns

    assert folder.is_dir()
    text = run("diff", "old.txt", "new.txt", "--side-by-side", "--width", "100").stdout
    assert max(map(columns, text.splitlines())) <= 100
    assert text != run("diff", "old.txt", "new.txt", "--inline", "--width", "100").stdout
    wide = run("diff", "old.txt", "new.txt", "--side-by-side").stdout
    assert 100 < max(map(columns, wide.splitlines())) <= 160


def test_colours_can_be_forced_and_are_off_otherwise(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    assert "\x1b[" in run("diff", "old.txt", "new.txt", "--color", "always").stdout
    for color in ("never", "auto"):
        assert "\x1b" not in run("diff", "old.txt", "new.txt", "--color", color).stdout


def test_json_follows_the_contract(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    data = json.loads(run("diff", "old.txt", "new.txt", "--format", "json").stdout)
    assert data["schema"] == "gazette-diff/changes@1"
    assert (data["old"]["articles"], data["new"]["articles"]) == (6, 6)
    assert data["summary"]["added"] == data["summary"]["deleted"] == 1
    assert not any("evidence" in link for change in data["changes"] for link in change["links"])


def test_json_explains_its_links_if_asked(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    data = json.loads(run("diff", "old.txt", "new.txt", "--format", "json", "--explain").stdout)
    assert all(link["evidence"] for change in data["changes"] for link in change["links"])


def test_the_result_is_the_same_on_every_run(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    one, two = (run("diff", "old.txt", "new.txt", "--format", "json").stdout for _ in range(2))
    assert one == two


def test_the_html_report_is_chinese_unless_another_language_is_chosen(
    run: Run, folder: Path
) -> None:
    assert run("diff", "old.txt", "new.txt", "-o", "r.html", lang="", LANG="en_GB").exit_code == 1
    assert 'lang="zh' in (folder / "r.html").read_text(encoding="utf-8")
    run("diff", "old.txt", "new.txt", "-o", "r.html", "--lang", "en")
    assert 'lang="en' in (folder / "r.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "start"),
    [("r.html", "<!doctype html>"), ("r.json", '{"schema"'), ("r.md", "# 《"), ("r.txt", "")],
)
def test_the_name_of_the_file_tells_its_format(
    run: Run, folder: Path, name: str, start: str
) -> None:
    result = run("diff", "old.txt", "new.txt", "-o", name)
    assert (result.exit_code, result.stdout) == (1, "")
    text = (folder / name).read_text(encoding="utf-8")
    assert text.lower().startswith(start)
    assert "\x1b" not in text


def test_a_name_that_tells_no_format_is_refused(run: Run, folder: Path) -> None:
    line = one_line(run("diff", "old.txt", "new.txt", "-o", "r.odt"))
    assert "不能由扩展名 .odt 得知格式" in line
    assert not (folder / "r.odt").exists()
    assert run("diff", "old.txt", "new.txt", "-o", "r.v2", "--format", "html").exit_code == 1
    one_line(run("parse", "old.txt", "-o", "r.docx"))


def test_the_input_is_never_overwritten(run: Run, folder: Path) -> None:
    for name in ("old.txt", "new.txt", "./old.txt"):
        assert "不能覆盖输入文件" in one_line(run("diff", "old.txt", "new.txt", "-o", name))
    assert (folder / "old.txt").read_text(encoding="utf-8") == texts.OLD


def test_nothing_is_written_when_something_is_wrong(run: Run, folder: Path) -> None:
    (folder / "report.html").write_text("the last one", encoding="utf-8")
    before = sorted(folder.iterdir())
    one_line(run("diff", "old.txt", "novel.txt", "-o", "report.html"))
    one_line(run("diff", "old.txt", "new.txt", "-o", "folder"))
    one_line(run("diff", "old.txt", "new.txt", "-o", "no/where.html"))
    assert sorted(folder.iterdir()) == before
    assert (folder / "report.html").read_text(encoding="utf-8") == "the last one"


def test_standard_input_is_a_source(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    assert run("diff", "-", "new.txt", stdin=texts.NEW).exit_code == 0
    assert run("diff", "old.txt", "-", stdin=texts.OLD.encode("gb18030")).exit_code == 0
    assert run("diff", "new.txt", "-#自行车", stdin=texts.GAZETTE).exit_code in (0, 1)


def test_a_document_of_a_gazette_is_compared(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    data = json.loads(run("diff", "old.txt", "gazette.txt#自行车", "--format", "json").stdout)
    assert data["new"]["document_number"] == "青政〔2023〕8号"


def test_doubts_in_reading_are_pointed_to(run: Run, folder: Path) -> None:
    gap = texts.OLD.replace("第五条", "第七条")
    for name in ("gap.txt", "gap (2).txt"):
        (folder / name).write_text(gap, encoding="utf-8")
    assert "parse 'gap (2).txt'" in run("diff", "old.txt", "gap (2).txt").stderr
    result = run("diff", "old.txt", "gap.txt")
    assert "gap.txt：读取时有" in result.stderr
    assert "GD103" not in result.stderr
    assert "GD103" in run("diff", "old.txt", "gap.txt", "--explain").stderr


def test_markup_in_a_text_is_only_text(run: Run, folder: Path) -> None:
    text = texts.HOSTILE.replace("测试", "试验")
    (folder / "changed.txt").write_text(text, encoding="utf-8")
    assert run("diff", "hostile.txt", "changed.txt", "-o", "r.html").exit_code == 1
    page = (folder / "r.html").read_text(encoding="utf-8")
    assert "<script>alert(1)" not in page
    assert "<img src=x" not in page
    assert "\x07" not in page


def test_cite_knows_every_style_of_citations() -> None:
    from gazette_diff.citation import CitationStyle

    assert tuple(str(style) for style in CitationStyle) == STYLES


def test_a_printed_label_names_what_it_stands_on(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    for label in ("（三）", "(三)"):
        shown = run("diff", "old.txt", "new.txt", "--article", label)
        assert shown.exit_code == 1
        assert "只显示 1 处" in shown.stdout
        assert "第五条（原第四条）" in shown.stdout


def test_all_context_is_the_whole_text(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    whole = run("diff", "old.txt", "new.txt", "--context", "all").stdout
    assert "本办法适用于本镇范围内公共自行车的投放、租用和管理。" in whole
    assert "投放" not in run("diff", "old.txt", "new.txt").stdout


def test_a_window_too_narrow_for_two_columns_is_told(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    narrow = run("diff", "old.txt", "new.txt", "--side-by-side", "--width", "40")
    assert narrow.exit_code == 1
    assert "不足以左右对照" in narrow.stderr
    wide = run("diff", "old.txt", "new.txt", "--side-by-side", "--width", "80")
    assert wide.stderr == ""


def test_evidence_is_told_in_the_language_of_the_report(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    told = run("diff", "old.txt", "new.txt", "--explain").stdout
    assert "位置相应" in told
    assert "place" not in told


@pytest.mark.parametrize("style", ["terminal", "html", "markdown"])
def test_unchanged_articles_are_shown_as_asked(run: Run, folder: Path, style: str) -> None:
    words = "向镇综合办公室登记"
    same = "".join(f"第{n}条 骑行应当佩戴头盔{n}。\n" for n in "二三四")
    for name, end in (("a.txt", ""), ("b.txt", "（新）")):
        (folder / name).write_text(f"办法\n\n第一条 租车{words}{end}。\n{same}", encoding="utf-8")
    shown = {
        mode: run("diff", "a.txt", "b.txt", "--format", style, "--unchanged", mode).stdout
        for mode in ("full", "fold", "omit")
    }
    assert all(words in text for text in shown.values())
    assert "佩戴头盔" in shown["full"]
    assert "佩戴头盔" not in shown["omit"]
    assert "第二条" in shown["fold"]
    assert ("佩戴头盔" in shown["fold"]) == (style == "html")


def test_the_contract_always_has_all_articles(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    line = one_line(run("diff", "old.txt", "new.txt", "--format", "json", "--unchanged", "omit"))
    assert "--unchanged" in line


def test_lists_for_scripts_and_for_email(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    names = run("diff", "old.txt", "new.txt", "--name-only")
    assert names.exit_code == 1
    assert "第三条" in names.stdout.splitlines()
    status = run("diff", "old.txt", "new.txt", "--name-status").stdout
    assert "A\t第三条" in status.splitlines()
    assert run("diff", "old.txt", "new.txt", "--stat").stdout.splitlines()[-1].count("字") == 2
    assert run("diff", "old.txt", "old.txt", "--name-only").stdout == ""
    words = run("diff", "old.txt", "new.txt", "--word-diff", "--color", "always").stdout
    assert "[-可以-]{+应当+}" in words
    assert "\x1b" not in words
    only = run("diff", "old.txt", "new.txt", "--name-only", "--only", "added").stdout
    assert only == "第三条\n"


@pytest.mark.parametrize(
    "options",
    [
        ["--stat", "--name-only"],
        ["--word-diff", "--side-by-side"],
        ["--stat", "--format", "html"],
        ["--name-status", "-o", "r.json"],
    ],
)
def test_lists_that_cannot_be(run: Run, folder: Path, options: list[str]) -> None:
    assert options[0] in one_line(run("diff", "old.txt", "new.txt", *options))
    assert not (folder / "r.json").exists()


def test_the_changes_are_written_as_akoma_ntoso(run: Run, folder: Path) -> None:
    assert run("diff", "old.txt", "new.txt", "-o", "r.xml").exit_code == 1
    text = (folder / "r.xml").read_text(encoding="utf-8")
    assert "<textualMod " in text
    assert run("diff", "new.txt", "r.xml").exit_code == 0


def test_editorial_differences_can_be_set_aside(run: Run, folder: Path) -> None:
    old = texts.OLD.replace("每次不超过二小时", "每次(含续租)不超过二小时")
    (folder / "narrow.txt").write_text(old, encoding="utf-8")
    (folder / "wide.txt").write_text(old.replace("(", "（").replace(")", "）"), encoding="utf-8")
    told = run("diff", "narrow.txt", "wide.txt")
    assert told.exit_code == 1
    assert "仅编辑性差异" in told.stdout
    aside = run("diff", "narrow.txt", "wide.txt", "--ignore-editorial")
    assert aside.exit_code == 0
    assert "除1处编辑性差异外，两个版本相同" in aside.stdout
    data = json.loads(
        run("diff", "narrow.txt", "wide.txt", "--ignore-editorial", "--format", "json").stdout
    )
    assert data["set_aside"] == 1
    (row,) = [row for change in data["changes"] for row in change["rows"] if "editorial" in row]
    assert row["relation"] == "unchanged"
    assert "".join(text for op, text in row["segments"] if op != "+").count("(") == 1


def test_no_format_tells_of_editorial_differences_set_aside(run: Run, folder: Path) -> None:
    old = texts.OLD.replace("每次不超过二小时", "每次(含续租)不超过二小时")
    (folder / "narrow.txt").write_text(old, encoding="utf-8")
    (folder / "wide.txt").write_text(old.replace("(", "（").replace(")", "）"), encoding="utf-8")
    names = "narrow.txt", "wide.txt"
    for style, mark in (("html", "<ins>"), ("markdown", "<ins>（"), ("xml", "<textualMod")):
        assert mark in run("diff", *names, "--format", style).stdout
        assert mark not in run("diff", *names, "--format", style, "--ignore-editorial").stdout
