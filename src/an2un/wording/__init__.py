"""How the languages of the United Nations word things: phrases, dates, numbers, names.

The modules of this package know the shapes of wording and no language; the words themselves come
from the language files by way of `an2un.language`.
"""
