def test_a_number_that_no_numeral_can_tell_is_told_in_digits() -> None:
    assert Ordinal(46653).counted("条") == "第46653条"
    assert Ordinal(0).chinese == "0"
