"""One correction as it is written: ``28=35,38``."""

from __future__ import annotations

from dataclasses import dataclass

from gazette_diff.core.errors import InvalidPinError
from gazette_diff.core.language import Bilingual

_FORMS = Bilingual(
    "写作“旧=新”：31=38，拆分 28=35,38，合并 5,6=7，删除 12=，新增 =15",
    "write OLD=NEW: 31=38, a split 28=35,38, a merger 5,6=7, deleted 12=, added =15",
)
_UNPIN_FORMS = Bilingual("写作“旧=新”：12=15", "write OLD=NEW: 12=15")


@dataclass(frozen=True, slots=True)
class Pin:
    """What a person says of provisions, in the words of citations: *old* became *new*.

    Either may name several, or none (deleted, added); with ``linked`` false no old one
    corresponds to any new one. ``words`` are fingerprints of the words of all provisions
    named, the old ones first, as they were when the pin was made; empty if unknown.
    """

    old: str
    new: str
    linked: bool = True
    words: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the pin as a person writes it."""
        return f"{self.old}={self.new}"

    @classmethod
    def parse(cls, text: str, *, linked: bool = True, words: tuple[str, ...] = ()) -> Pin:
        """Read ``28=35,38``, or with *linked* false the ``12=15`` of an unpin.

        Raises:
            InvalidPinError: there is not one ``=``, or nothing is named where something must be.
        """
        sides = [side.strip() for side in text.replace("＝", "=").split("=")]
        if len(sides) == 2 and (all(sides) if not linked else any(sides)):
            return cls(sides[0], sides[1], linked, words)
        raise InvalidPinError(
            Bilingual("不能读作对应关系的更正", "cannot be read as a correction"),
            where=f"{option(linked=linked)} {text.strip()}",
            mend=_FORMS if linked else _UNPIN_FORMS,
        )

    @property
    def typed(self) -> str:
        """The pin as it stands on the command line: ``--pin 31=38``."""
        return f"{option(linked=self.linked)} {self}"

    def turned(self) -> Pin:
        """Return the same for the versions exchanged; the fingerprints are in either order."""
        return Pin(self.new, self.old, self.linked, self.words)


def option(*, linked: bool) -> str:
    """Return the name of the option that gives such a pin."""
    return "--pin" if linked else "--unpin"
