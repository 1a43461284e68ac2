"""Entries that published files point at without listing them."""

from __future__ import annotations

# By eId: class, IRI step, what is shown.
KNOWN: dict[str, tuple[str, str, str]] = {
    "un": ("Organization", "un", "United Nations"),
    "DGACM": ("Organization", "DGACM", "Department for General Assembly and Conference Management"),
    "generalAssembly": ("Organization", "unga", "General Assembly"),
    "securityCouncil": ("Organization", "unsc", "Security Council"),
    "economicAndSocialCouncil": ("Organization", "unecosoc", "Economic and Social Council"),
    "humanRightsCouncil": ("Organization", "unga-hrc", "Human Rights Council"),
    "firstCommittee": ("Organization", "unga-c1", "First Committee"),
    "secondCommittee": ("Organization", "unga-c2", "Second Committee"),
    "thirdCommittee": ("Organization", "unga-c3", "Third Committee"),
    "fourthCommittee": ("Organization", "unga-c4", "Fourth Committee"),
    "fifthCommittee": ("Organization", "unga-c5", "Fifth Committee"),
    "sixthCommittee": ("Organization", "unga-c6", "Sixth Committee"),
    "publisher": ("Role", "publisher", "Publisher"),
    "author": ("Role", "author", "Author"),
    "editor": ("Role", "editor", "Editor"),
    "issuer": ("Role", "issuer", "Issuer"),
    "issuingBody": ("Role", "issuingBody", "Issuing body"),
    "issuingAuthority": ("Role", "issuingAuthority", "Issuing authority"),
    "symbol": ("Concept", "symbol", "Symbol"),
    "publicationJobNumber": ("Concept", "publicationJobNumber", "Job number"),
    "generalDistribution": ("Concept", "generalDistribution", "General distribution"),
    "resolutionTitle": ("Concept", "resolutionTitle", "Title of the resolution"),
    "resolutionNumber": ("Concept", "resolutionNumber", "Number of the resolution"),
    "decisionTitle": ("Concept", "decisionTitle", "Title of the decision"),
    "adoptedWithoutVote": ("Concept", "adoptedWithoutVote", "Adopted without a vote"),
    "adoptedRecordedVote": ("Concept", "adoptedRecordedVote", "Adopted by a recorded vote"),
    "preamble": ("Concept", "preamble", "Preamble"),
    "operative": ("Concept", "operative", "Operative part"),
    "adoption": ("Event", "adoption", "Adoption"),
    "adoptionDate": ("Event", "adoptionDate", "Date of adoption"),
    "dateOfIssuance": ("Event", "dateOfIssuance", "Date of issuance"),
    "startDate": ("Event", "startDate", "First day"),
    "endDate": ("Event", "endDate", "Last day"),
    "session": ("Event", "session", "Session"),
    "plenaryMeeting": ("Event", "plenaryMeeting", "Plenary meeting"),
    "adoptionMeeting": ("Location", "adoptionMeeting", "Meeting of adoption"),
}


def address(known: tuple[str, str, str]) -> str:
    """Return the IRI of a known entry."""
    return f"/akn/ontology/{known[0].lower()}/un/{known[1]}"
