"""Answers for each line "kind<Tab>number" what python-stdnum thinks: good, bad, or place when only its table of
divisions objects (it lacks many codes that people's numbers keep)."""
import sys

from stdnum.cn import ric, uscc
from stdnum.exceptions import InvalidComponent, ValidationError
from stdnum.iso7064 import mod_11_10


def citizen(number):
    try:
        ric.validate(number)
    except InvalidComponent:
        try:
            ric.get_birth_date(number)
        except ValidationError:
            return "bad"
        return "place" if ric.calc_check_digit(number) == number[-1] else "bad"
    except ValidationError:
        return "bad"
    return "good"


for line in sys.stdin:
    kind, number = line.rstrip("\n").split("\t")
    if kind == "citizen":
        print(citizen(number))
    elif kind == "credit":
        print("good" if uscc.is_valid(number) else "bad")
    else:
        print("good" if mod_11_10.is_valid(number) else "bad")
