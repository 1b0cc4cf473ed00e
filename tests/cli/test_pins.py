from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from gazette_diff.api import PINS_FILE
from tests.cli import texts
from tests.cli.conftest import Run, one_line

SAVED = ("--pin", "3=3", "--pin", "5=", "--unpin", "6=6", "--save-pins")


def links(run: Run, *args: str) -> dict[str, dict[str, Any]]:
    """Return the links of a comparison by their ends: ``3=4``."""
    data = json.loads(run("diff", *args, "--format", "json").stdout)
    found = [link for change in data["changes"] for link in change["links"]]
    return {f"{one['old'][4:]}={one['new'][4:]}": one for one in found}


def test_a_pin_is_for_one_run(run: Run, folder: Path) -> None:
    assert "3=4" in links(run, "old.txt", "new.txt")
    found = links(run, "old.txt", "new.txt", "--pin", "3=3")
    assert found["3=3"]["pinned"] is True
    assert found["3=3"]["confidence"] == 1
    assert "3=4" not in found
    assert not (folder / PINS_FILE).exists()
    told = run("diff", "old.txt", "new.txt", "--pin", "3=3").stderr
    assert told == f"更正仅用于本次；加 --save-pins 可保存到 {PINS_FILE}\n"


def test_saved_pins_are_replayed(run: Run, folder: Path) -> None:
    result = run("diff", "old.txt", "new.txt", *SAVED)
    assert result.exit_code == 1
    assert f"{PINS_FILE}：更正已保存" in result.stderr
    assert (folder / PINS_FILE).read_text(encoding="utf-8").count("pin = ") == 3
    found = links(run, "old.txt", "new.txt")
    assert "3=3" in found
    assert "6=6" not in found
    assert run("diff", "old.txt", "new.txt").stderr == f"{PINS_FILE}：采用更正3处\n"
    assert links(run, "old.txt", "new.txt", "--no-pins") == links(
        run, "gbk.txt", "new.txt", "--no-pins"
    )
    assert "3=4" in links(run, "old.txt", "new.txt", "--no-pins")


def test_saved_pins_are_turned_with_the_versions(run: Run, folder: Path) -> None:
    run("diff", "old.txt", "new.txt", "--pin", "3=5", "--save-pins")
    assert folder.is_dir()
    assert links(run, "new.txt", "old.txt")["5=3"]["pinned"]
    run("diff", "new.txt", "old.txt", "--pin", "4=4", "--save-pins")
    found = links(run, "old.txt", "new.txt")
    assert {name for name, link in found.items() if link.get("pinned")} == {"3=5", "4=4"}


def test_the_same_text_in_another_file_has_the_same_pins(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    run("diff", "old.txt", "new.txt", "--pin", "3=5", "--save-pins")
    assert "3=5" in links(run, "gbk.txt", "new.txt")


def test_other_texts_have_none(run: Run, folder: Path) -> None:
    run("diff", "old.txt", "new.txt", "--pin", "3=5", "--save-pins")
    assert run("diff", "old.txt", "other.txt").stderr == ""
    (folder / "new.txt").write_text(texts.OTHER, encoding="utf-8")
    told = run("diff", "old.txt", "new.txt").stderr
    assert "GD306" in told
    assert "1处更正" in told


def test_a_pin_whose_article_changed_is_told_everywhere(run: Run, folder: Path) -> None:
    run("diff", "old.txt", "new.txt", "--pin", "3=4", "--pin", "4=5", "--save-pins")
    changed = texts.NEW.replace("三小时", "四小时")
    (folder / "new.txt").write_text(changed, encoding="utf-8")
    result = run("diff", "old.txt", "new.txt", "--format", "json")
    told = "GD305 更正 --pin 第三条=第四条 未采用：作出更正之后，修订后第四条的文字已经变动"
    assert f"{PINS_FILE}: {told}" in result.stderr
    data = json.loads(result.stdout)
    (diagnostic,) = data["diagnostics"]
    assert (diagnostic["code"], diagnostic["place"]) == ("GD305", "art_4")
    assert data["pins"]["links"] == [["art_4", "art_5"]]
    assert told.replace(" ", "") in run("diff", "old.txt", "new.txt").stdout.replace(" ", "")
    run("diff", "old.txt", "new.txt", "-o", "report.html")
    assert "修订后第四条的文字已经变动" in (folder / "report.html").read_text(encoding="utf-8")


def test_a_pin_whose_article_is_gone_is_told(run: Run, folder: Path) -> None:
    run("diff", "old.txt", "new.txt", "--pin", "6=6", "--save-pins")
    shorter = texts.NEW[: texts.NEW.index("第三章")]
    (folder / "new.txt").write_text(shorter, encoding="utf-8")
    assert "GD304 更正 --pin 第六条=第六条 未采用：修订后：没有第六条" in (
        run("diff", "old.txt", "new.txt").stderr
    )


def test_a_file_that_was_named_and_has_nothing_to_say_is_told(run: Run, folder: Path) -> None:
    run("diff", "old.txt", "new.txt", "--pin", "3=3", "--save-pins", "--pins", "a.toml")
    assert (folder / "a.toml").exists()
    told = run("diff", "old.txt", "other.txt", "--pins", "a.toml").stderr
    assert told == "a.toml：没有针对这两个文本的更正\n"


def test_line_ends_of_windows_stay(run: Run, folder: Path) -> None:
    run("diff", "old.txt", "new.txt", "--pin", "3=3", "--save-pins")
    file = folder / PINS_FILE
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    run("diff", "old.txt", "new.txt", "--unpin", "6=6", "--save-pins")
    assert b"# gazette-diff" in file.read_bytes()
    found = links(run, "old.txt", "new.txt")
    assert "3=3" in found
    assert "6=6" not in found


def test_what_is_typed_wins_and_is_saved_in_its_place(run: Run, folder: Path) -> None:
    run("diff", "old.txt", "new.txt", "--pin", "3=3", "--save-pins")
    told = run("diff", "old.txt", "new.txt", "--pin", "3=5", "--save-pins").stderr
    assert "--pin 第三条=第三条 让位于 --pin 3=5" in told
    assert "第三条=第三条" not in (folder / PINS_FILE).read_text(encoding="utf-8")
    again = run("diff", "old.txt", "new.txt", "--pin", "3=5", "--save-pins").stderr
    assert "让位" not in again
    assert (folder / PINS_FILE).read_text(encoding="utf-8").count("{pin = ") == 1


def test_comments_in_the_file_stay(run: Run, folder: Path) -> None:
    run("diff", "old.txt", "new.txt", "--pin", "3=3", "--save-pins")
    file = folder / PINS_FILE
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"},\n', '"},  # 某某核对\n'), encoding="utf-8")
    run("diff", "old.txt", "new.txt", "--unpin", "6=6", "--save-pins")
    assert "# 某某核对" in file.read_text(encoding="utf-8")


def test_pins_are_marked_in_every_output(run: Run, folder: Path) -> None:
    pins = ("--pin", "3=3", "--pin", "5=")
    for options in ((), ("--side-by-side", "--width", "120")):
        shown = run("diff", "old.txt", "new.txt", *pins, *options).stdout
        assert shown.count("人工更正") == 3  # both articles, and the count
    explained = run("diff", "old.txt", "new.txt", *pins, "--explain").stdout
    assert "第三条 → 第三条  相似度 0.19  置信度 1.00  人工更正" in explained
    status = run("diff", "old.txt", "new.txt", *pins, "--name-status").stdout
    assert "R018!\t第三条\t第三条\n" in status
    assert "D!\t第五条\n" in status
    assert run("diff", "old.txt", "new.txt", *pins, "--stat").stdout.endswith("人工更正2\n")
    table = run("diff", "old.txt", "new.txt", *pins, "--format", "markdown").stdout
    assert table.count("；人工更正") == 2
    markup = run("diff", "old.txt", "new.txt", *pins, "--format", "xml").stdout
    assert markup.count('pinned="true"') == 3  # both changes, and the link of one
    only = run("diff", "old.txt", "new.txt", *pins, "--only", "pinned").stdout
    assert only == run("diff", "old.txt", "new.txt", *pins, "--only", "人工更正").stdout
    assert "雨棚" in only
    assert "酒后" not in only
    run("diff", "old.txt", "new.txt", *pins, "-o", "report.html")
    report = (folder / "report.html").read_text(encoding="utf-8")
    assert report.count("<li>人工更正</li>") == 3  # both articles, and the evidence of a link
    assert 'value="pinned"' in report


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--pin", "31=4"], "--pin 31=4：修订前：没有第三十一条"),
        (["--pin", "3"], "--pin 3：不能读作对应关系的更正"),
        (["--pin", "3=4", "--pin", "3=5"], "--pin 3=5：与 --pin 3=4 矛盾"),
        (["--pin", "3=4", "--unpin", "3=4"], "--unpin 3=4：与 --pin 3=4 矛盾"),
        (["--pin", "第二章=4"], "第二章不是一条"),
        (["--save-pins"], "--save-pins：没有可保存的更正"),
        (["--no-pins", "--pins", "a.toml"], "--no-pins：不能与 --pins 同用"),
        (["--pin", "3=4", "--no-pins", "--save-pins"], "不能与 --save-pins 同用"),
        (["--pins", "a.toml"], "--pins a.toml：没有这个文件"),
        (["--pin", "3=4", "--pins", "folder"], "folder：是文件夹"),
        (["--pins", "novel.txt"], "novel.txt：不是有效的 TOML"),
    ],
)
def test_trouble_is_one_line(run: Run, folder: Path, args: list[str], told: str) -> None:
    assert told in one_line(run("diff", "old.txt", "new.txt", *args))
    assert not list(folder.glob("*.toml"))


def test_pins_of_standard_input_stand_beside_the_other_text(run: Run, folder: Path) -> None:
    run("diff", "-", "new.txt", "--pin", "3=5", "--save-pins", stdin=texts.OLD)
    assert (folder / PINS_FILE).exists()
    assert "3=5" in links(run, "old.txt", "new.txt")


def test_pins_of_the_library_stand_with_the_regulation(run: Run, folder: Path) -> None:
    for name, text in (("2019-03-01", texts.OLD), ("2023-09-10", texts.NEW)):
        home = folder / "rules" / "青石镇公共自行车管理办法"
        run("parse", "old.txt" if text is texts.OLD else "new.txt", "-o", f"{name}.xml")
        home.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.xml").rename(home / f"{name}.xml")
    names = ("公共自行车@2019", "公共自行车@2023")
    run("diff", *names, "--pin", "3=5", "--save-pins")
    assert (home / PINS_FILE).exists()
    assert "3=5" in links(run, *names)
    assert "公共自行车" in run("list").stdout


def test_without_a_place_for_them_pins_cannot_be_saved(run: Run, folder: Path) -> None:
    result = run("diff", "-", "工作规则", "--pin", "1=1", "--save-pins", stdin=texts.OLD)
    assert "没有可以保存更正的地方；请用 --pins FILE" in result.stderr
    assert result.exit_code == 2
    run("diff", "-", "工作规则", "--pin", "1=1", "--save-pins", "--pins", "a.toml", stdin=texts.OLD)
    assert (folder / "a.toml").exists()


def test_the_file_of_pins_is_never_overwritten_by_a_report(run: Run, folder: Path) -> None:
    run("diff", "old.txt", "new.txt", "--pin", "3=5", "--save-pins")
    kept = (folder / PINS_FILE).read_bytes()
    result = run("diff", "old.txt", "new.txt", "--format", "json", "-o", PINS_FILE)
    assert "不能覆盖输入文件" in one_line(result)
    assert (folder / PINS_FILE).read_bytes() == kept


def test_a_file_that_cannot_be_written_stays_as_it_was(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    run("diff", "old.txt", "new.txt", "--pin", "3=5", "--save-pins")
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    monkeypatch.setattr(os, "fsync", full)
    result = run("diff", "old.txt", "new.txt", "--pin", "4=4", "--save-pins")
    assert result.exit_code == 2
    assert f"{PINS_FILE}：磁盘已满" in result.stderr
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_explain_gives_the_evidence_of_every_link(run: Run, folder: Path) -> None:
    found = links(run, "old.txt", "new.txt")
    text = run("diff", "old.txt", "new.txt", "--explain").stdout
    assert text.count(" → ") >= len(found)
    for name in ("第一条 → 第一条  相似度 1.00", "第三条 → 第四条  相似度 0."):
        assert name in text
    for explain in ([], ["--explain"]):
        run("diff", "old.txt", "new.txt", *explain, "-o", "report.html")
        report = (folder / "report.html").read_text(encoding="utf-8")
        assert report.count('<details class="evidence') == (len(found) if explain else 0)
