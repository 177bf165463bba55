"""Words that name no group: verbs of asking, and what is said in every ask."""

import re

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

_WORDS = """
    accede acceding access accession according acquire act action activity address addressing adequate adopt
    adopted adopting adoption affected age aim aimed allocate allow amend amended amending amendment applicable
    appoint appreciation appropriate area article assist available aware basis become belonging best better body
    bring call capacity carry case combat combating combatting committee competent complete compliance
    comprehensive concern concerned concerning concrete condition conduct consent consider consideration
    continue continued convention country covenant create current currently deal dealing decrease develop
    developing directed directly draft due early economic effective effectively efficient effort eliminate
    eliminating enable enact encourage end ending enforce enhance ensure ensuring especially establish
    establishing establishment exist existing expand facing fight fighting finalise finalize follow following
    form freely full fully fundamental further general good government grant guarantee guaranteeing high human
    identified identify implement implementation implementing improve improving include including increase
    increased increasing individual individuals information initiative intensify international introduce
    introducing invest investigate issue kind lack large law legal legislation level line local long maintain
    make making manner marry matter measure mechanism member ministry monitor monitoring multilateral national
    necessary need new non norm noted number observation open order other paragraph particular particularly
    party pay pending person plan pledge policy possibility possible practice prevent preventing prevention
    process programme prohibit promote promoting promotion prosecute protect protecting protection protocol
    provide provided providing provision public punish pursue qualified raise raising rapporteur ratification
    ratify ratifying reach recommend recommendation recommended reduce reducing regard regarding region regional
    regularise regularize related relating relevant remained report republic request requested resource respect
    respond result review revise right same scope service sign signing situation so-called speak special
    specific standard state status step strategy strengthen strengthening such support sustain system take
    taking towards train transmit treaty undertake united urge use various view way welcome well whole without
    work working world year young
"""

ROUTINE = frozenset(re.findall(r"\S+", _WORDS)) | ENGLISH_STOP_WORDS
"""A phrase neither begins nor ends with one of these."""
