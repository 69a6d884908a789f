"""A printer's bytes are sorted by their fixed bits: what was asked for, and what was not."""

from hypothesis import given
from hypothesis import strategies as st

from cdm_kiosk.printing.status import AnswerReader, PaperState, PrinterProblem

AT_ONCE = st.sampled_from([byte for byte in range(256) if byte & 0x93 == 0x12])
WHEN_DONE = st.sampled_from([byte for byte in range(256) if byte & 0x90 == 0])
FRAME_START = st.sampled_from([byte for byte in range(256) if byte & 0x93 == 0x10])
FRAMES = st.tuples(FRAME_START, WHEN_DONE, WHEN_DONE, WHEN_DONE).map(bytes)
STATUS = {
    b"\x14\x00\x00\x0f": PaperState(),
    b"\x38\x00\x00\x0f": PaperState(PrinterProblem.COVER_OPEN),
    b"\x10\x00\x03\x0f": PaperState(near_end=True),
    b"\x18\x00\x0f\x0f": PaperState(PrinterProblem.PAPER_OUT, near_end=True),
    b"\x18\x08\x00\x0f": PaperState(PrinterProblem.ERROR),
    b"\x18\x00\x00\x0f": PaperState(PrinterProblem.OFFLINE),
}


@given(
    st.lists(st.one_of(AT_ONCE.map(lambda byte: bytes([byte])), WHEN_DONE.map(lambda byte: bytes([byte])), FRAMES))
)
def test_answers_are_found_wherever_unasked_status_comes_between_them(said: list[bytes]) -> None:
    whole, apart = AnswerReader(), AnswerReader()
    whole.read(b"".join(said))
    for byte in b"".join(said):
        apart.read(bytes([byte]))
    for reader in (whole, apart):
        assert reader.at_once == b"".join(each for each in said if len(each) == 1 and each[0] & 0x10)
        assert reader.when_done == b"".join(each for each in said if len(each) == 1 and not each[0] & 0x10)
        assert not reader.is_noisy


@given(FRAMES, st.lists(AT_ONCE, min_size=1, max_size=3), st.integers(1, 3))
def test_an_answer_given_at_once_is_found_even_within_unasked_status(
    frame: bytes, answers: list[int], place: int
) -> None:
    reader = AnswerReader()
    reader.read(frame[:place] + bytes(answers) + frame[place:])
    assert (reader.at_once, reader.when_done, reader.is_noisy) == (bytes(answers), b"", False)


def test_unasked_status_tells_what_is_the_matter() -> None:
    for frame, state in STATUS.items():
        reader = AnswerReader()
        reader.read(frame)
        assert (reader.unasked, reader.at_once, reader.when_done) == (state, b"", b"")


@given(st.binary(min_size=1))
def test_nothing_but_a_printer_s_bytes_goes_without_notice(said: bytes) -> None:
    reader = AnswerReader()
    reader.read(said)
    assert reader.is_noisy == (not _is_clean(said))


def _is_clean(said: bytes) -> bool:
    """By the printers' side: frames, answers and the line's pace, and nothing else."""
    left = 0
    for byte in said:
        if left and byte & 0x90 == 0:
            left -= 1
        elif byte & 0x93 == 0x10 and not left:
            left = 3
        elif byte & 0x93 != 0x12 and byte & 0x90 != 0 and byte not in (0x11, 0x13):
            return False
    return True


def test_a_serial_line_s_pace_is_no_answer() -> None:
    reader = AnswerReader()
    reader.read(b"\x11\x12\x13\x12\x12")
    assert (reader.at_once, reader.is_noisy) == (b"\x12\x12\x12", False)
