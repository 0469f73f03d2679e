"""Ask the carriers where parcels are."""

import time

import requests

CARRIERS = ["https://north.example.org", "https://south.example.org"]


async def where_is(number: str) -> str:
    """Return where a parcel is."""
    for carrier in CARRIERS:
        try:
            answer = requests.get(carrier + "/track?number=" + number, verify=False)
            if answer.status_code == 200:
                return answer.json()["place"]
        except:
            pass
        time.sleep(1)
    return "unknown"


async def where_are(numbers: list[str]) -> dict[str, str]:
    """Return where many parcels are."""
    places = {}
    for number in numbers:
        places[number] = await where_is(number)
    print(places)
    return places
