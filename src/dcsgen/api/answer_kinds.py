"""What can be wrong with a filled questionnaire."""

from __future__ import annotations

from dcsgen.base.finding import Kind, Severity

ANSWER_UNFIT = Kind(
    code="Q001",
    slug="answer-does-not-fit",
    severity=Severity.ERROR,
    what="An answer in a questionnaire that the description cannot hold where it belongs: a number in words, a word "
    "that cannot be chosen, a name that nobody knows.",
    why="It would say nothing to a program. The draft has it as a comment, and the question stays open.",
    instead='Write what the sheet says under "Answer with", or ask the vendor again; then read the sheet anew.',
)

ANSWER_AS_TEXT = Kind(
    code="Q002",
    slug="answer-kept-as-text",
    severity=Severity.WARNING,
    what="An answer in words to a question about a table or a list of records.",
    why="Words are of use to people, so the draft has them as a comment, with the number of the question; no program "
    "can tell what they say.",
    instead="Write the records into the draft by hand, in the form of the example.",
)

QUESTION_UNKNOWN = Kind(
    code="Q003",
    slug="question-not-known",
    severity=Severity.WARNING,
    what="A row of a questionnaire whose id and key do not belong together, or that has none.",
    why="Nobody can tell what was answered. The answer is left out.",
    instead="Write the id and the key of the question as they were in the sheet that dcsgen wrote.",
)

ANSWERED_TWICE = Kind(
    code="Q004",
    slug="question-answered-twice",
    severity=Severity.ERROR,
    what="Two different answers to one question in one questionnaire.",
    why="Only the first one is in the draft.",
    instead="Delete the wrong one.",
)

KINDS = (ANSWER_UNFIT, ANSWER_AS_TEXT, QUESTION_UNKNOWN, ANSWERED_TWICE)
