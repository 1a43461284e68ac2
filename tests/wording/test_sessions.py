from __future__ import annotations

import pytest

from an2un.language import LANGUAGES, load


@pytest.mark.parametrize(
    ("code", "text", "session"),
    [
        ("en", "Seventy-eighth session", "78"),
        ("en", "One hundred and twentieth session", "120"),
        ("en", "2044 session", "2044"),
        ("en", "Thirty-second special session", "S-32"),
        ("en", "Eleventh emergency special session", "ES-11"),
        ("fr", "Soixante-dix-septième session", "77"),
        ("fr", "Quatre-vingt-dix-neuvième session", "99"),
        ("fr", "Vingt et unième session", "21"),
        ("fr", "Session de 2044", "2044"),
        ("fr", "Onzième session extraordinaire d’urgence", "ES-11"),
        ("es", "Nonagésimo noveno período de sesiones", "99"),
        ("es", "55º período de sesiones", "55"),
        ("es", "Undécimo período extraordinario de sesiones de emergencia", "ES-11"),
        ("ru", "Девяносто девятая сессия", "99"),
        ("ru", "Сессия 2044 года", "2044"),
        ("ru", "Тридцать вторая специальная сессия", "S-32"),
        ("de", "Siebenundneunzigste Tagung", "97"),
        ("de", "55. Tagung", "55"),
        ("de", "Zweiunddreißigste Sondertagung", "S-32"),
        ("de", "Elfte Notstandssondertagung", "ES-11"),
        ("zh", "第九十九届会议", "99"),
        ("zh", "第一百零二届会议", "102"),
        ("zh", "第十一届紧急特别会议", "ES-11"),
        ("zh", "2044年届会", "2044"),
        ("ar", "الدورة التاسعة والتسعون", "99"),
        ("ar", "الدورة الثالثة عشرة", "13"),
        ("ar", "الدورة الاستثنائية الثانية والثلاثون", "S-32"),
        ("ar", "دورة عام 2044", "2044"),
    ],
)
def test_session(code: str, text: str, session: str) -> None:
    found = load(code).session(text)
    assert found is not None
    assert found.code == session


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_title_is_no_session(code: str) -> None:
    assert (
        load(code).session("Report on the ninety-ninth session of the lighthouse keepers") is None
    )


def test_a_session_has_a_number() -> None:
    session = load("en").session("Eleventh emergency special session")
    assert session is not None
    assert session.number == 11
    assert load("en").session("The session") is None
