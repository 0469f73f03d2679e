from runtime.rest.rate import REMEMBERED, Bucket


def test_a_bucket_lets_a_burst_through_and_then_as_many_as_drip_in() -> None:
    now = 0.0
    bucket = Bucket(lambda: now, burst=3, per_second=2)
    assert [bucket.take("a") for _ in range(3)] == [0, 0, 0]
    assert bucket.take("a") == 0.5
    assert bucket.take("b") == 0
    now = 0.5
    assert bucket.take("a") == 0
    assert bucket.take("a") > 0


def test_a_crowd_of_keys_does_not_fill_the_memory() -> None:
    bucket = Bucket(lambda: 0.0, burst=1, per_second=1)
    for number in range(REMEMBERED + 10):
        bucket.take(str(number))
    assert bucket.take("0") == 0
    assert bucket.take(str(REMEMBERED + 9)) > 0
