"""What is the text of a page and what is the site around it."""

from __future__ import annotations

import pytest

from tests.support.pages import ARTICLES, TEXT, TITLE, kept, left_out, page

H1 = f"<h1>{TITLE}</h1>"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<nav>首页</nav>{}", "首页"),
        ("<div>首页--&gt;法规--&gt;正文</div>{}", "首页-- >法规-- >正文"),
        ("<div class='nav clearfix'><span>政务公开栏目</span></div>{}", "政务公开栏目"),
        ("<ul><li><a href=a>首页</a></li><li><a href=b>政策</a></li></ul>{}", "首页"),
        ("{}<div>责任编辑：某某</div>", "责任编辑"),
        ("{}<p><a href='javascript:print()'>【打印】</a></p>", "打印"),
        ("{}<div>主办：某镇人民政府　地址：某路</div>", "主办"),
        (
            "{}<div><h3>政策解读</h3><p>一、为什么制定？为了便民，促进流通。</p></div>",
            "为什么",
        ),
        ("{}<div>附件【<a href=x>申请表.docx</a>】已下载12次</div>", "申请表"),
        ("<div>来源：某办　浏览次数：3</div>{}", "浏览次数"),
        ("{}<footer>某镇人民政府版权</footer>", "版权"),
        ("<p>正文解读</p>{}", "正文解读"),
        ("<p>今天是2021年5月1日</p>{}", "今天是"),
        ("<select><option>甲</option></select>{}", "甲"),
        ("{}<button>提交</button>", "提交"),
    ],
)
def test_the_site_is_left_out_and_told(body: str, words: str) -> None:
    body = body.format(f"{H1}<div class=con>{TEXT}</div>")
    assert kept(body) == [TITLE, *ARTICLES]
    assert words in left_out(body)
    assert [d.code.id for d in page(body).diagnostics] == ["GD121"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<div class=head><p>禾木溪镇人民政府令</p><p>第2号</p><p>镇长　王某</p></div>", ""),
        ("", "<div class=fj><p>附件</p><table><tr><td>甲</td><td>乙</td></tr></table></div>"),
        ("", "<div><p>禾木溪镇人民政府</p><p>2021年3月1日</p></div>"),
        ("<div class=print-area><p>（2021年3月1日公布）</p></div>", ""),
        (
            "",
            "<div><p>本办法施行前已经取得摊位的，可以继续使用到期满；期满后依照本办法办理。</p></div>",
        ),
    ],
    ids=["order", "attachment", "signature", "note", "sentences"],
)
def test_what_may_belong_to_the_text_is_kept(before: str, after: str) -> None:
    body = f"{before}{H1}<div class=con>{TEXT}</div>{after}"
    assert left_out(body) == ""


def test_nothing_is_left_out_of_a_page_without_a_site() -> None:
    assert page(H1 + TEXT).diagnostics == ()


def test_nothing_between_articles_is_left_out() -> None:
    body = TEXT.replace("<p>第四条", "<p>来源：某地的商品</p><p><a href=x>某办法</a></p><p>第四条")
    assert left_out(f"{H1}<div>{body}</div>") == ""


def test_a_menu_of_links_in_the_box_of_the_text() -> None:
    body = f"<a href=a>首页</a><br><a href=b>政策</a>{H1}{TEXT}<a href=c>返回</a>"
    assert kept(body) == [TITLE, *ARTICLES]


def test_the_title_once_more() -> None:
    body = f"{H1}<div class=con><p>禾木溪镇</p><p>集市管理办法</p>{TEXT}</div>"
    assert kept(body) == ["禾木溪镇", "集市管理办法", *ARTICLES]
    assert "重复的标题" in left_out(body)


def test_a_title_named_in_a_sentence_is_no_repetition() -> None:
    body = f"{H1}<div class=con><p>现公布《{TITLE}》，请遵照执行。</p>{TEXT}</div>"
    assert kept(body)[0] == TITLE


CARD = (
    "<table class=card><tr><td>索 引 号：</td><td>1-2</td><td>主题分类：</td><td>市场</td></tr>"
    "<tr><td>发文机关：</td><td>某镇</td><td>发文字号：</td><td>禾政〔2021〕2号</td></tr></table>"
)


def test_the_card_of_the_catalogue_gives_its_number_only() -> None:
    body = f"{CARD}{H1}<div class=con>{TEXT}</div>"
    assert kept(body) == ["禾政〔2021〕2号", TITLE, *ARTICLES]
    assert "主题分类" in left_out(body)


def test_a_number_that_the_text_has_is_not_given_twice() -> None:
    body = f"{CARD}{H1}<div class=con><p>禾政〔2021〕2号</p>{TEXT}</div>"
    assert kept(body) == [TITLE, "禾政〔2021〕2号", *ARTICLES]


def test_hidden_words_are_left_out() -> None:
    body = TEXT.replace("为了规范", "为了<span style='display: none'>暗</span>规范")
    assert kept(f"<div>{body}</div>") == list(ARTICLES)
    assert "隐藏文字：暗" in left_out(f"<div>{body}</div>")


def test_a_text_that_a_script_would_show_is_kept() -> None:
    assert kept(f"<p>请稍候</p><div style='display:none'>{TEXT}</div>")[-6:] == list(ARTICLES)


def test_a_page_whose_every_word_is_hidden_at_first() -> None:
    assert kept(f"<div hidden>{TEXT}</div>") == list(ARTICLES)


def test_an_outline_without_articles() -> None:
    lines = ["为加强管理，提出如下意见：", "一、总体要求", "二、重点任务", "三、保障措施"]
    text = "".join(f"<p>{line}</p>" for line in lines)
    assert kept(f"<nav>首页</nav><div>{text}</div><div>主办：某镇</div>") == lines


def test_a_page_of_mere_sentences() -> None:
    lines = ["镇人民政府决定，自即日起禁止在集市外摆摊；违者责令改正。"] * 2
    text = "".join(f"<p>{line}</p>" for line in lines)
    assert kept(f"<nav>首页</nav><div>{text}</div>") == lines


def test_words_that_prove_nothing_are_all_kept() -> None:
    assert kept("<div>甲</div><div>乙</div>") == ["甲", "乙"]


def test_deleted_words_are_told() -> None:
    result = page(TEXT.replace("规范", "<del>加强</del><ins>规范</ins>"))
    assert "为了规范集市" in result.source.lines[1]
    assert [d.code.id for d in result.diagnostics] == ["GD123", "GD121"]


def test_hidden_notes_stay_hidden_where_the_text_is_shown() -> None:
    notes = "<div style='display:none'><p>一、甲。</p><p>二、乙。</p><p>三、丙。</p></div>"
    shown = "<p>一、为了规范集市管理，现提出如下意见。</p><p>二、某事。</p><p>三、某事。</p>"
    assert kept(f"{shown}{notes}")[-1] == "三、某事。"


def test_only_the_box_of_the_text_is_taken_out_of_hiding() -> None:
    outline = "<p>一、加强集市管理，维护市场秩序和环境卫生。</p><p>二、甲。</p><p>三、乙。</p>"
    dialog = "<div hidden><p>知道了</p></div>"
    text = f"<div style='visibility:hidden'><p>意见全文</p><div>{outline}</div></div>"
    assert kept(f"<p>微信</p>{text}{dialog}")[-4:-2] == [
        "意见全文",
        "一、加强集市管理，维护市场秩序和环境卫生。",
    ]
    assert "知道了" in left_out(f"<p>微信</p>{text}{dialog}")


def test_attachments_with_words_of_their_own_keep_their_label() -> None:
    after = "<div class=fj><p>附件：</p><p>1.集市摊位申请表</p><p><a href=x.doc>下载</a></p></div>"
    assert kept(f"{H1}<div class=con>{TEXT}</div>{after}")[-2:] == ["附件：", "1.集市摊位申请表"]
    files = "<div class=fj><p>附件：</p><p><a href=x.doc>集市管理办法.doc</a></p></div>"
    assert kept(f"{H1}<div class=con>{TEXT}</div>{files}")[-1] == ARTICLES[-1]


def test_an_issuer_above_the_title_is_no_name_of_the_site() -> None:
    assert kept(f"<p>禾木溪镇人民政府</p>{H1}<div class=con>{TEXT}</div>")[0] == "禾木溪镇人民政府"


def test_an_explanation_that_is_the_page_is_its_text() -> None:
    body = "<h1>集市管理办法政策解读</h1><div><p>一、甲。</p><p>二、乙。</p><p>三、丙。</p></div>"
    assert kept(body)[-4:] == ["集市管理办法政策解读", "一、甲。", "二、乙。", "三、丙。"]


def test_a_day_before_the_text_is_the_site_s_and_one_after_it_the_document_s() -> None:
    body = f"{H1}<p>2021-03-05</p><div class=con>{TEXT}<p>2021年3月1日</p><p>2021-3-1</p></div>"
    assert kept(body)[-2:] == ["2021年3月1日", "2021-3-1"]
    assert "2021-03-05" in left_out(body)


def test_a_site_says_of_itself_what_it_is_for() -> None:
    after = "<p>声明：本站法规仅供参考。以官方公布为准。</p>"
    assert kept(f"{H1}{TEXT}{after}")[-1] == ARTICLES[-1]
