"""Which Service Class, DIMSE services and clause of PS3.4 belong to which SOP Class: data of `service_classes`.

SOP Classes stand here by keyword. What is regular has no line: a SOP Class whose keyword says Storage belongs to the
Storage Service Class, and the three SOP Classes of an Information Model are one line of `QUERY_MODELS`.
Clauses are of PS3.4. Retired SOP Classes are described in old editions only, so what is said of them is mostly marked.
"""

from __future__ import annotations

from typing import NamedTuple

EDITION = "2020c"
"""The edition that the facts are from, but for `LATER_ANNEXES`; SOP Classes are those of the registry."""

LATER_ANNEXES = {"JJ": "2025b", "KK": "2025b"}
"""The annexes of PS3.4 that came after, and the edition that they are from."""


TRANSFER, QUERY_RETRIEVE = "Transfer", "Query/Retrieve"
WORKFLOW_MANAGEMENT, PRINT_MANAGEMENT = "Workflow Management", "Print Management"

STORAGE, NON_PATIENT_STORAGE = "Storage", "Non-Patient Object Storage"

CATEGORIES = {
    # Service Class: category. PS3.2 Table A.1-2 gives it for each SOP Class; all of one Service Class have the same.
    # Verification, Display System Management and those that were retired before or added after have none.
    STORAGE: TRANSFER,
    NON_PATIENT_STORAGE: TRANSFER,
    "Query/Retrieve": QUERY_RETRIEVE,
    "Hanging Protocol Query/Retrieve": QUERY_RETRIEVE,
    "Color Palette Query/Retrieve": QUERY_RETRIEVE,
    "Implant Template Query/Retrieve": QUERY_RETRIEVE,
    "Defined Procedure Protocol Query/Retrieve": QUERY_RETRIEVE,
    "Protocol Approval Query/Retrieve": QUERY_RETRIEVE,
    "Relevant Patient Information Query": QUERY_RETRIEVE,
    "Substance Administration Query": QUERY_RETRIEVE,
    "Basic Worklist Management": WORKFLOW_MANAGEMENT,
    "Modality Performed Procedure Step": WORKFLOW_MANAGEMENT,
    "Unified Procedure Step": WORKFLOW_MANAGEMENT,
    "Storage Commitment": WORKFLOW_MANAGEMENT,
    "Instance Availability Notification": WORKFLOW_MANAGEMENT,
    "Application Event Logging": WORKFLOW_MANAGEMENT,
    "RT Machine Verification": WORKFLOW_MANAGEMENT,
    "Print Management": PRINT_MANAGEMENT,
    "Media Creation Management": PRINT_MANAGEMENT,
}


class Service(NamedTuple):
    """The line of one SOP Class. `dimse` is separated by spaces; `unverified` names what no text was seen for."""

    service_class: str
    dimse: str
    clause: str
    unverified: tuple[str, ...] = ()


_OLD = ("dimse",)
_OLDER = ("service_class", "dimse")

SERVICES = {
    "Verification": Service("Verification", "C-ECHO", "A.4"),
    "StorageCommitmentPushModel": Service("Storage Commitment", "N-ACTION N-EVENT-REPORT", "J.3"),
    "StorageCommitmentPullModel": Service("Storage Commitment", "", "J", _OLD),
    "ProceduralEventLogging": Service("Application Event Logging", "N-ACTION", "P.2"),
    "SubstanceAdministrationLogging": Service("Application Event Logging", "N-ACTION", "P.3"),
    "ModalityPerformedProcedureStep": Service("Modality Performed Procedure Step", "N-CREATE N-SET", "F.7"),
    "ModalityPerformedProcedureStepRetrieve": Service("Modality Performed Procedure Step", "N-GET", "F.8"),
    "ModalityPerformedProcedureStepNotification": Service("Modality Performed Procedure Step", "N-EVENT-REPORT", "F.9"),
    "BasicFilmSession": Service("Print Management", "N-CREATE N-SET N-DELETE N-ACTION", "H.4.1"),
    "BasicFilmBox": Service("Print Management", "N-CREATE N-ACTION N-DELETE N-SET", "H.4.2"),
    "BasicGrayscaleImageBox": Service("Print Management", "N-SET", "H.4.3.1"),
    "BasicColorImageBox": Service("Print Management", "N-SET", "H.4.3.2"),
    "BasicAnnotationBox": Service("Print Management", "N-SET", "H.4.4"),
    "PrintJob": Service("Print Management", "N-EVENT-REPORT N-GET", "H.4.5"),
    "Printer": Service("Print Management", "N-EVENT-REPORT N-GET", "H.4.6"),
    "PresentationLUT": Service("Print Management", "N-CREATE N-DELETE", "H.4.9"),
    "PrinterConfigurationRetrieval": Service("Print Management", "N-GET", "H.4.11"),
    # The registry does not call it retired, but PS3.4 does (last in PS3.4-1998).
    "VOILUTBox": Service("Print Management", "", "H.4.7", _OLD),
    "ReferencedImageBox": Service("Print Management", "", "H.4.3.3", _OLD),
    "ImageOverlayBox": Service("Print Management", "", "H.4.8", _OLD),
    "PullPrintRequest": Service("Print Management", "", "H.4.10", _OLD),
    "BasicPrintImageOverlayBox": Service("Print Management", "", "H.4.12", _OLD),
    "PrintQueueManagement": Service("Queue Management", "", "L", _OLDER),
    "MediaCreationManagement": Service("Media Creation Management", "N-CREATE N-ACTION N-GET", "S.3"),
    "DisplaySystem": Service("Display System Management", "N-GET", "EE.2"),
    "InstanceAvailabilityNotification": Service("Instance Availability Notification", "N-CREATE", "R"),
    "UnifiedProcedureStepPush": Service("Unified Procedure Step", "N-CREATE N-ACTION N-GET", "CC.2"),
    "UnifiedProcedureStepPull": Service("Unified Procedure Step", "C-FIND N-GET N-SET N-ACTION", "CC.2"),
    "UnifiedProcedureStepWatch": Service("Unified Procedure Step", "N-ACTION N-GET C-FIND", "CC.2"),
    "UnifiedProcedureStepEvent": Service("Unified Procedure Step", "N-EVENT-REPORT", "CC.2"),
    "UnifiedProcedureStepQuery": Service("Unified Procedure Step", "C-FIND", "CC.2"),
    "UnifiedProcedureStepPushTrial": Service("Unified Procedure Step", "", "CC", _OLD),
    "UnifiedProcedureStepPullTrial": Service("Unified Procedure Step", "", "CC", _OLD),
    "UnifiedProcedureStepWatchTrial": Service("Unified Procedure Step", "", "CC", _OLD),
    "UnifiedProcedureStepEventTrial": Service("Unified Procedure Step", "", "CC", _OLD),
    "RTConventionalMachineVerification": Service(
        "RT Machine Verification", "N-CREATE N-SET N-GET N-ACTION N-DELETE N-EVENT-REPORT", "DD.3"
    ),
    "RTIonMachineVerification": Service(
        "RT Machine Verification", "N-CREATE N-SET N-GET N-ACTION N-DELETE N-EVENT-REPORT", "DD.3"
    ),
    "RTConventionalMachineVerificationTrial": Service("RT Machine Verification", "", "DD", _OLD),
    "RTIonMachineVerificationTrial": Service("RT Machine Verification", "", "DD", _OLD),
    "InventoryCreation": Service("Storage Management", "N-ACTION N-EVENT-REPORT", "KK.2"),
    "BasicStudyContentNotification": Service("Study Content Notification", "", "D", _OLD),
    "DetachedPatientManagement": Service("Patient Management", "", "E", _OLD),
    "DetachedPatientManagementMeta": Service("Patient Management", "", "E", _OLD),
    "DetachedVisitManagement": Service("Patient Management", "", "E", _OLDER),
    "DetachedStudyManagement": Service("Study Management", "", "F", _OLDER),
    "DetachedStudyManagementMeta": Service("Study Management", "", "F", _OLDER),
    "StudyComponentManagement": Service("Study Management", "", "F", _OLDER),
    "DetachedResultsManagement": Service("Results Management", "", "G", _OLD),
    "DetachedResultsManagementMeta": Service("Results Management", "", "G", _OLD),
    "DetachedInterpretationManagement": Service("Results Management", "", "G", _OLDER),
    "GeneralPurposeScheduledProcedureStep": Service("Basic Worklist Management", "", "K", _OLDER),
    "GeneralPurposePerformedProcedureStep": Service("Basic Worklist Management", "", "K", _OLDER),
    "GeneralPurposeWorklistManagementMeta": Service("Basic Worklist Management", "", "K", _OLDER),
    "BasicGrayscalePrintManagementMeta": Service("Print Management", "", "H.3.2.2.1"),
    "BasicColorPrintManagementMeta": Service("Print Management", "", "H.3.2.2.2"),
    "ReferencedGrayscalePrintManagementMeta": Service("Print Management", "", "H.3.2.2.3", _OLD),
    "ReferencedColorPrintManagementMeta": Service("Print Management", "", "H.3.2.2.4", _OLD),
    "PullStoredPrintManagementMeta": Service("Print Management", "", "H.3.2.2.5", _OLD),
}

NON_PATIENT = frozenset(
    {
        # PS3.4 Table GG.3-1, which the last two joined after the edition above (they are in GG.6.6 and by analogy).
        *("HangingProtocolStorage", "ColorPaletteStorage", "GenericImplantTemplateStorage"),
        *("ImplantAssemblyTemplateStorage", "ImplantTemplateGroupStorage", "CTDefinedProcedureProtocolStorage"),
        *("ProtocolApprovalStorage", "InventoryStorage", "XADefinedProcedureProtocolStorage"),
    }
)

WITHOUT_SERVICE = {
    "1.2.840.10008.1.3.10": "media only: it is the DICOMDIR of PS3.10, and no Service Class of the network has it",
    "1.2.840.10008.10.1": "real-time communication of PS3.22, which has no DIMSE services",
    "1.2.840.10008.10.2": "real-time communication of PS3.22, which has no DIMSE services",
    "1.2.840.10008.10.3": "real-time communication of PS3.22, which has no DIMSE services",
    "1.2.840.10008.10.4": "real-time communication of PS3.22, which has no DIMSE services",
    "1.2.840.10008.5.1.4.1.1.12.77": "the registry withdrew even its name",
    "1.2.840.10008.5.1.4.1.1.40": "the registry withdrew even its name",
}


class QueryFamily(NamedTuple):
    """An Information Model that is queried or retrieved; `levels` are the values of Query/Retrieve Level, if any."""

    model: str
    service_class: str
    clause: str
    levels: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()


QUERY_MODELS = {
    # The key is the keyword of the SOP Classes without what follows the name of the Information Model.
    "PatientRootQueryRetrieve": QueryFamily(
        "Patient Root", "Query/Retrieve", "C.6.1", ("PATIENT", "STUDY", "SERIES", "IMAGE")
    ),
    "StudyRootQueryRetrieve": QueryFamily("Study Root", "Query/Retrieve", "C.6.2", ("STUDY", "SERIES", "IMAGE")),
    "PatientStudyOnlyQueryRetrieve": QueryFamily("Patient/Study Only", "Query/Retrieve", "C.6.3", ("PATIENT", "STUDY")),
    "Repository": QueryFamily("Repository", "Query/Retrieve", "C.6.4", (), ("levels",)),
    "CompositeInstanceRootRetrieve": QueryFamily(
        "Composite Instance Root", "Query/Retrieve", "Y.3", ("IMAGE", "FRAME")
    ),
    "CompositeInstanceRetrieveWithoutBulkData": QueryFamily(
        "Composite Instance Retrieve Without Bulk Data", "Query/Retrieve", "Z.3", ("IMAGE",)
    ),
    "HangingProtocol": QueryFamily("Hanging Protocol", "Hanging Protocol Query/Retrieve", "U"),
    "ColorPaletteQueryRetrieve": QueryFamily("Color Palette", "Color Palette Query/Retrieve", "X"),
    "GenericImplantTemplate": QueryFamily("Generic Implant Template", "Implant Template Query/Retrieve", "BB"),
    "ImplantAssemblyTemplate": QueryFamily("Implant Assembly Template", "Implant Template Query/Retrieve", "BB"),
    "ImplantTemplateGroup": QueryFamily("Implant Template Group", "Implant Template Query/Retrieve", "BB"),
    "DefinedProcedureProtocol": QueryFamily(
        "Defined Procedure Protocol", "Defined Procedure Protocol Query/Retrieve", "HH"
    ),
    "ProtocolApproval": QueryFamily("Protocol Approval", "Protocol Approval Query/Retrieve", "II"),
    "Inventory": QueryFamily("Inventory", "Inventory Query/Retrieve", "JJ"),
    "ModalityWorklist": QueryFamily("Modality Worklist", "Basic Worklist Management", "K.6.1"),
    "GeneralPurposeWorklist": QueryFamily(
        "General Purpose Worklist", "Basic Worklist Management", "K", (), ("service_class",)
    ),
    "GeneralRelevantPatientInformation": QueryFamily(
        "General Relevant Patient Information", "Relevant Patient Information Query", "Q"
    ),
    "BreastImagingRelevantPatientInformation": QueryFamily(
        "Breast Imaging Relevant Patient Information", "Relevant Patient Information Query", "Q"
    ),
    "CardiacRelevantPatientInformation": QueryFamily(
        "Cardiac Relevant Patient Information", "Relevant Patient Information Query", "Q"
    ),
    "ProductCharacteristics": QueryFamily("Product Characteristics", "Substance Administration Query", "V"),
    "SubstanceApproval": QueryFamily("Substance Approval", "Substance Administration Query", "V"),
}


class Members(NamedTuple):
    """The SOP Classes of a Meta SOP Class, and those that may be used with it (PS3.4 Table H.3.3.2-1)."""

    mandatory: tuple[str, ...]
    optional: tuple[str, ...] = ()
    unverified: bool = False


_PRINT_OPTIONS = ("BasicAnnotationBox", "PrintJob", "PresentationLUT", "PrinterConfigurationRetrieval")

META_SOP_CLASSES = {
    "BasicGrayscalePrintManagementMeta": Members(
        ("BasicFilmSession", "BasicFilmBox", "BasicGrayscaleImageBox", "Printer"), _PRINT_OPTIONS
    ),
    "BasicColorPrintManagementMeta": Members(
        ("BasicFilmSession", "BasicFilmBox", "BasicColorImageBox", "Printer"), _PRINT_OPTIONS
    ),
    "ReferencedGrayscalePrintManagementMeta": Members(
        ("BasicFilmSession", "BasicFilmBox", "ReferencedImageBox", "Printer"), unverified=True
    ),
    "ReferencedColorPrintManagementMeta": Members(
        ("BasicFilmSession", "BasicFilmBox", "ReferencedImageBox", "Printer"), unverified=True
    ),
    "PullStoredPrintManagementMeta": Members(("PullPrintRequest", "Printer"), unverified=True),
    "DetachedPatientManagementMeta": Members(("DetachedPatientManagement", "DetachedVisitManagement"), unverified=True),
    "DetachedResultsManagementMeta": Members(
        ("DetachedResultsManagement", "DetachedInterpretationManagement"), unverified=True
    ),
    # No source for its members was found.
    "DetachedStudyManagementMeta": Members((), unverified=True),
    "GeneralPurposeWorklistManagementMeta": Members(
        (
            "GeneralPurposeWorklistInformationModelFind",
            "GeneralPurposeScheduledProcedureStep",
            "GeneralPurposePerformedProcedureStep",
        ),
        unverified=True,
    ),
}

PRINT_STATUS = ("Printer", "PrintJob", "PrinterConfigurationRetrieval")
"""What may be negotiated without a Meta SOP Class, to ask about a printer (PS3.4 H.3.1)."""

PRINT_BASIC_META = ("BasicGrayscalePrintManagementMeta", "BasicColorPrintManagementMeta")
"""At least one of them is supported by every SCU and SCP of Print Management (PS3.4 H.3.1)."""

WITHOUT_EXTENDED_NEGOTIATION = {
    # Service Class: the clause that says so.
    "Verification": "A.5",
    "Modality Performed Procedure Step": "F.2.1",
    "Print Management": "H.5",
    "Storage Commitment": "J.2.1",
    "Media Creation Management": "S.2.1",
}

REPORTED_LATER = {
    # SOP Class: the clause by which its provider opens an Association of its own to send an N-EVENT-REPORT.
    "StorageCommitmentPushModel": "J.3.3.1",
    "ModalityPerformedProcedureStepNotification": "F.2.1",
    "UnifiedProcedureStepEvent": "CC.2.4",
}


class Expected(NamedTuple):
    """SOP Classes without which a provider of another one has nothing to do; `clause` is of PS3.4."""

    keywords: tuple[str, ...]
    clause: str


EXPECTED_OF_PROVIDER = {
    # Instances come into being by N-CREATE of this SOP Class; PS3.4 leaves other ways open.
    "ModalityPerformedProcedureStepRetrieve": Expected(("ModalityPerformedProcedureStep",), "F.7.2"),
    "ModalityPerformedProcedureStepNotification": Expected(("ModalityPerformedProcedureStep",), "F.7.2"),
    # Subscriptions are made with one and served with the other.
    "UnifiedProcedureStepWatch": Expected(("UnifiedProcedureStepEvent",), "CC.2.3.3"),
    "UnifiedProcedureStepEvent": Expected(("UnifiedProcedureStepWatch",), "CC.2.4"),
}
