"""Codes for paper and for screens are read back by a reader that is not ours."""

import base64
import io

import pytest
import zxingcpp
from PIL import Image

from cdm_kiosk.printing.qr import qr_matrix, qr_png_data_url

ADDRESS = "http://192.168.1.20:8080/t/A1b2C3d4E5f6G7h8I9j0kl"


@pytest.mark.parametrize("module_px", [3, 8])
def test_a_code_on_a_screen_is_read_by_a_phone(module_px: int) -> None:
    head, _, body = qr_png_data_url(ADDRESS, module_px).partition(",")
    assert head == "data:image/png;base64"
    picture = Image.open(io.BytesIO(base64.b64decode(body)))
    assert picture.width == picture.height == (len(qr_matrix(ADDRESS)) + 8) * module_px
    (code,) = zxingcpp.read_barcodes(picture.convert("L"))
    assert code.text == ADDRESS
    assert code.ec_level == "M"


def test_a_code_for_paper_is_a_square_without_its_quiet_zone() -> None:
    matrix = qr_matrix(ADDRESS)
    assert {len(row) for row in matrix} == {len(matrix)}
    # The corners are those of the finder patterns.
    assert matrix[0][0]
    assert matrix[0][-1]
    assert matrix[-1][0]
