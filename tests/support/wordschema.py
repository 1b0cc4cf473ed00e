"""What the schema of WordprocessingML asks of the elements that the tool writes.

ECMA-376 Part 1, annex A (wml.xsd): the children of an element in their order. Word repairs,
or refuses, a file in which they stand otherwise. Elements that the tool does not write are
left out; one that is not listed is an error.
"""

from __future__ import annotations

from itertools import pairwise

from lxml.etree import QName, _Element

_RUN_PROPERTIES = "ins del rStyle rFonts b bCs i iCs strike vanish color kern sz szCs u lang"
_CHILDREN = {
    "document": "body",
    "ftr": "p",
    "body": "p|tbl sectPr",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblW jc tblInd tblBorders tblLayout tblCellMar",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tblGrid": "gridCol",
    "tr": "trPr tc",
    "trPr": "cantSplit|tblHeader ins del",
    "tc": "tcPr p|tbl",
    "tcPr": "tcW gridSpan vAlign",
    "p": "pPr r|ins|del",
    "pPr": "pStyle keepNext widowControl spacing ind jc outlineLvl rPr",
    "rPr": _RUN_PROPERTIES,
    "r": "rPr t|delText|tab|br|fldChar|instrText",
    "ins": "r",
    "del": "r",
    "sectPr": "footerReference pgSz pgMar cols",
    "styles": "docDefaults style",
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr",
    "fonts": "font",
    "font": "altName panose1 charset family pitch",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol "
    "listSeparator",
    "compat": "spaceForUL balanceSingleByteDoubleByteWidth doNotLeaveBackslashAlone ulTrailSpace "
    "adjustLineHeightInTable useFELayout compatSetting",
}
_ORDER = {
    name: {child: place for place, group in enumerate(order.split()) for child in group.split("|")}
    for name, order in _CHILDREN.items()
}


def faults(root: _Element) -> list[str]:
    """Return what is wrong with the order of the elements in *root*, one line for each."""
    found = []
    for element in root.iter():
        parent = QName(element).localname
        order = _ORDER.get(parent, {})
        children = [QName(child).localname for child in element]
        found += [f"{child} in {parent}" for child in children if child not in order]
        places = [order.get(child, 0) for child in children]
        found += [f"order in {parent}: {children}" for a, b in pairwise(places) if a > b]
        if parent == "tc" and (not children or children[-1] != "p"):
            found.append("a cell does not end with a paragraph")

    return found
