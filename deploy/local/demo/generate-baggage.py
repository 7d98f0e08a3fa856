#!/usr/bin/env python3
"""Writes measurements.json, the demo's illustrative baggage measurements: the same bytes every time.

No airport reported these. Five flights a day over three months, each due to have its bags on the
belt 20 minutes after it parked; how late they were comes from a small generator with a fixed seed.
"""

import json
import pathlib
from datetime import datetime, timedelta, timezone

PACIFIC_SUMMER = timezone(timedelta(hours=-7))
AIRLINES = ["XA", "XB", "XC", "XD", "XE"]  # of no airline that flies
POWER_FAILURE = datetime(2018, 5, 14, tzinfo=PACIFIC_SUMMER).date()
LATE_PER_MILLE = {4: 30, 5: 70, 6: 45}

state = 2018


def draw(below):
    """A linear congruential generator (Numerical Recipes): no library's next version can change it."""
    global state
    state = (1664525 * state + 1013904223) % 2**32
    return (state >> 8) % below


def instant(when):
    return when.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def measurements():
    day = datetime(2018, 4, 1, tzinfo=PACIFIC_SUMMER)
    while day.month < 7:
        for number, hour in enumerate((7, 10, 13, 17, 21)):
            yield measurement(day, number, day + timedelta(hours=hour, minutes=draw(50)))
        day += timedelta(days=1)


def measurement(day, number, parked):
    flight = f"{AIRLINES[number]} {100 + draw(800)}"
    terminal = "123I"[draw(4)]
    due = parked + timedelta(minutes=20)
    failed = day.date() == POWER_FAILURE
    late = failed or draw(1000) < LATE_PER_MILLE[day.month]
    seconds = 1200 + 60 + draw(2400) + (3600 if failed else 0) if late else 480 + draw(700)
    fate = draw(150)
    outcome = {"completedAt": instant(parked + timedelta(seconds=seconds))}
    if not failed and fate == 0:
        outcome = {"completedAt": outcome["completedAt"], "unknown": True}
    elif not failed and fate == 1:
        outcome = {}
    return {
        "source": "baggage-belts",
        "sourceId": f"{day:%Y-%m-%d}-{flight.replace(' ', '')}",
        "metricId": "${metricId}",
        "entity": {"type": "flight", "reference": f"{flight}, {day:%Y-%m-%d}"},
        "customerId": "${customerId}",
        "offeringId": "${offeringId}",
        "dimensions": {"terminal": terminal},
        "dueAt": instant(due),
        "startedAt": instant(parked),
        **outcome,
    }


lines = ",\n    ".join(json.dumps(each) for each in measurements())
target = pathlib.Path(__file__).with_name("measurements.json")
target.write_text('{\n  "measurements": [\n    ' + lines + "\n  ]\n}\n", encoding="utf-8")
