"""Taking back marks, ticks, themes and deletions, and doing them again.

A command keeps the draft before and after, and brings back only what differs between the two. So what was typed
meanwhile stays: text fields have their own undo, and typing makes no command here.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QUndoCommand, QUndoStack

from spinnenweb.domain.conversations import with_aspect

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.conversations import Conversation, DimensionEntry
    from spinnenweb.domain.drafts import Draft
    from spinnenweb.domain.goals import LookBack
    from spinnenweb.ui.talk.edits import Edit

DEEPEST = 200
_WHOLE = (
    "held_on",
    "instrument",
    "mode",
    "scale",
    "switched_on",
    "themes",
    "no_themes",
    "matters",
    "wants_change",
    "return_on",
    "signals",
    "via",
    "tell_back",
)
"""Fields of a conversation that are chosen and not typed, and come back as a whole."""
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def restoring(here: Draft, there: Draft) -> Edit:
    """An edit that brings what differs between two drafts, as far as it was not typed, to how it is `there`."""
    return partial(_restored, here=here, there=there)


def _restored(draft: Draft, here: Draft, there: Draft) -> Draft:
    conversation = _talk_restored(draft.conversation, here.conversation, there.conversation)
    draft = replace(draft, conversation=conversation, look_backs=_told(draft, here, there))
    if here.resident.id == there.resident.id:
        return draft
    conversation = replace(conversation, resident_id=there.conversation.resident_id)
    is_new = there.resident_is_new
    return replace(draft, conversation=conversation, resident=there.resident, resident_is_new=is_new)


def _talk_restored(now: Conversation, here: Conversation, there: Conversation) -> Conversation:
    changes: dict[str, Any] = {
        name: getattr(there, name) for name in _WHOLE if getattr(here, name) != getattr(there, name)
    }
    changes["dimensions"] = _dimensions(now, here, there)
    if (here.step.sure, here.step.confidence) != (there.step.sure, there.step.confidence):
        changes["step"] = replace(now.step, sure=there.step.sure, confidence=there.step.confidence)
    now = replace(now, **changes)
    for code in {entry.code for entry in (*here.aspects, *there.aspects)}:
        if here.aspect(code) != there.aspect(code):
            now = with_aspect(now, there.aspect(code))
    return now


def _dimensions(now: Conversation, here: Conversation, there: Conversation) -> tuple[DimensionEntry, ...]:
    if here.instrument == there.instrument:
        return tuple(_entry(entry, here, there) for entry in now.dimensions)
    return tuple(replace(entry, note=now.entry(entry.code).note or entry.note) for entry in there.dimensions)


def _entry(now: DimensionEntry, here: Conversation, there: Conversation) -> DimensionEntry:
    before, after = here.entry(now.code), there.entry(now.code)
    answer = now.answer if before.answer == after.answer else after.answer
    return replace(now, answer=answer, topic=now.topic if before.topic == after.topic else after.topic)


def _told(draft: Draft, here: Draft, there: Draft) -> tuple[LookBack, ...]:
    was, goal, now = (_by_step(one) for one in (here, there, draft))
    for step_id in was.keys() | goal.keys():
        before, after = was.get(step_id), goal.get(step_id)
        if after is None:
            now.pop(step_id, None)
        elif before is None or before.state != after.state:
            typed = now.get(step_id, after)
            now[step_id] = replace(after, words=typed.words)
    return tuple(now.values())


def _by_step(draft: Draft) -> dict[str | None, LookBack]:
    return {told.step_id: told for told in draft.look_backs}


def lost(before: Draft, after: Draft) -> str:
    """What an edit took away that was given before: `mark`, `matter`, `themes`, or nothing."""
    was, now = before.conversation, after.conversation
    if any(entry.answer.given and not now.entry(entry.code).answer.given for entry in was.dimensions):
        return "mark"
    if any(entry.answer.given and not now.aspect(entry.code).answer.given for entry in was.aspects):
        return "mark"
    if len(now.matters) < len(was.matters):
        return "matter"
    return "themes" if was.themes and now.no_themes and not was.no_themes else ""


class _Command(QUndoCommand):
    def __init__(self, before: Draft, after: Draft, apply: Callable[[Edit], None]) -> None:
        super().__init__()
        self._before, self._after, self._apply = before, after, apply
        self._done = True

    def redo(self) -> None:
        # pushing calls this too, and then it was done already
        if not self._done:
            self._apply(restoring(self._before, self._after))
        self._done = True

    def undo(self) -> None:
        self._apply(restoring(self._after, self._before))
        self._done = False


class Undo(QObject):
    """What can be taken back on one page.

    Sends `asked(Edit)` with what brings back, and then `taken_back(bool)`: whether it was undone or done again.
    Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) hold anywhere on the page except in text fields and while `enabled` is off.
    """

    asked = Signal(object)
    taken_back = Signal(bool)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.enabled = True
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(DEEPEST)
        self._loss: tuple[Draft, Draft] | None = None
        self._replaying = False
        page.installEventFilter(self)

    def note(self, before: Draft, after: Draft) -> str:
        """Remember an edit; what it took away, as in `lost`."""
        if self._replaying or restoring(after, before)(after) == after:
            return ""
        self.stack.push(_Command(before, after, self.asked.emit))
        loss = lost(before, after)
        self._loss = (before, after) if loss else self._loss
        return loss

    def forget(self) -> None:
        """Another conversation comes."""
        self.stack.clear()
        self._loss = None

    def bring_back(self) -> None:
        """Bring back what was taken away last, whatever was done after it."""
        if self._loss is not None:
            before, after = self._loss
            self._loss = None
            self._tell(restoring(after, before))

    def _tell(self, edit: Edit) -> None:
        self.asked.emit(edit)
        self.taken_back.emit(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys before a shortcut of the window does, but after the text field they were typed in."""
        if self.enabled and isinstance(event, QKeyEvent) and _direction(event):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._go(_direction(event))
                return True
        return super().eventFilter(watched, event)

    def _go(self, direction: int) -> None:
        can = self.stack.canUndo() if direction < 0 else self.stack.canRedo()
        if can:
            self._replaying = True
            (self.stack.undo if direction < 0 else self.stack.redo)()
            self._replaying = False
            self.taken_back.emit(direction < 0)


def _direction(event: QKeyEvent) -> int:
    key, held = event.key(), event.modifiers()
    if key == Qt.Key.Key_Z and held == _CONTROL:
        return -1
    again = (key == Qt.Key.Key_Z and held == _CONTROL | _SHIFT) or (key == Qt.Key.Key_Y and held == _CONTROL)
    return 1 if again else 0
