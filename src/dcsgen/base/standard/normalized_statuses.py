"""The statuses that Service Classes give to the DIMSE-N services (PS3.4)."""

from __future__ import annotations

from dcsgen.base.standard.general_statuses import FAILURE, SUCCESS, WARNING
from dcsgen.base.standard.status_table import Row, Table

_NO_OPTIONALS = "Requested optional Attributes are not supported"

_TOO_LARGE = Row("C603", FAILURE, "Failed: Image size is larger than Image Box size")
_COMBINED_TOO_LARGE = Row("C613", FAILURE, "Failed: Combined Print Image size is larger than Image Box size")
_DEMAGNIFIED = Row("B604", WARNING, "Image is larger than the Image Box and has been demagnified")
_CROPPED = Row("B609", WARNING, "Image is larger than the Image Box and has been cropped to fit")
_DECIMATED = Row("B60A", WARNING, "Image or Combined Print Image is larger than the Image Box and has been decimated")
_SIZES = (_DEMAGNIFIED, _CROPPED, _DECIMATED, _TOO_LARGE, _COMBINED_TOO_LARGE)
_DENSITY = Row("B605", WARNING, "Requested Min or Max Density is outside the printer's range, whose limit is used")
_NO_MEMORY = Row("C605", FAILURE, "Failed: Insufficient memory in printer to store the image")

_NO_LONGER = Row("C300", FAILURE, "Failed: The UPS may no longer be updated")
_WRONG_TRANSACTION = Row("C301", FAILURE, "Failed: The correct Transaction UID was not provided")
_NO_UPS = Row("C307", FAILURE, "Failed: The SOP Instance does not exist or is no UPS Instance managed by this provider")
_NOT_IN_PROGRESS = Row("C310", FAILURE, "Failed: The UPS is not yet in the IN PROGRESS state")
_IS_CANCELED = Row("B304", WARNING, "The UPS is already in the requested state of CANCELED")

_PRINT = ("Print Management",)
_MPPS = ("Modality Performed Procedure Step",)
_UPS = ("Unified Procedure Step",)
_MACHINE = ("RT Machine Verification",)
_MEDIA = ("Media Creation Management",)
_LOGGING = ("Application Event Logging",)

TABLES = (
    Table(
        "N-SET",
        _MPPS,
        "PS3.4 Table F.7.2-2",
        # The table gives this cause the Error ID A710, which is no status.
        (Row("0110", FAILURE, "Processing failure: The object may no longer be updated", ("ErrorID", "ErrorComment")),),
        "ModalityPerformedProcedureStep",
    ),
    Table(
        "N-GET",
        _MPPS,
        "PS3.4 Table F.8.2-2",
        (Row("0001", WARNING, _NO_OPTIONALS),),
        "ModalityPerformedProcedureStepRetrieve",
    ),
    Table(
        "N-CREATE",
        _PRINT,
        "PS3.4 Table H.4.1.2.1.2-1",
        (
            Row("0000", SUCCESS, "Film session successfully created"),
            Row("B600", WARNING, "Memory allocation not supported"),
        ),
        "BasicFilmSession",
    ),
    Table(
        "N-ACTION",
        _PRINT,
        "PS3.4 Table H.4-4",
        (
            Row("0000", SUCCESS, "The films of the film session are accepted for printing"),
            Row("B601", WARNING, "Film session printing (collation) is not supported"),
            Row("B602", WARNING, "The film session has no Image Boxes: empty page"),
            Row("C600", FAILURE, "Failed: The film session has no Film Boxes"),
            Row("C601", FAILURE, "Failed: Unable to create Print Job; the print queue is full"),
            *_SIZES,
        ),
        "BasicFilmSession",
    ),
    Table(
        "N-CREATE",
        _PRINT,
        "PS3.4 Table H.4.2.2.1.2-1",
        (
            Row("0000", SUCCESS, "Film Box successfully created"),
            _DENSITY,
            Row("C616", FAILURE, "Failed: A Film Box is not printed yet and the film session has no N-ACTION"),
        ),
        "BasicFilmBox",
    ),
    Table(
        "N-ACTION",
        _PRINT,
        "PS3.4 Table H.4-9",
        (
            Row("0000", SUCCESS, "The film is accepted for printing"),
            Row("B603", WARNING, "The Film Box has no Image Boxes: empty page"),
            Row("C602", FAILURE, "Failed: Unable to create Print Job; the print queue is full"),
            *_SIZES,
        ),
        "BasicFilmBox",
    ),
    Table(
        "N-SET",
        _PRINT,
        "PS3.4 Table H.4.3.1.2.1.2-1",
        (Row("0000", SUCCESS, "Image successfully stored in the Image Box"), *_SIZES, _DENSITY, _NO_MEMORY),
        "BasicGrayscaleImageBox",
    ),
    Table("N-SET", _PRINT, "PS3.4 Table H.4.3.2.2.1.2-1", (*_SIZES, _NO_MEMORY), "BasicColorImageBox"),
    Table(
        "N-CREATE",
        _PRINT,
        "PS3.4 Table H.4.9.2.1.2-1",
        (Row("0000", SUCCESS, "Presentation LUT successfully created"), _DENSITY),
        "PresentationLUT",
    ),
    Table(
        "N-ACTION",
        _LOGGING,
        "PS3.4 Table P.2-3",
        (
            Row("B101", WARNING, "The Synchronization Frame of Reference UID does not match that of the provider"),
            Row("B102", WARNING, "Study Instance UID coerced; event logged under another Study Instance UID"),
            Row("B104", WARNING, "IDs inconsistent in matching a current study; event logged"),
            Row("C101", FAILURE, "Failed: No procedural logging for the specified Study Instance UID"),
            Row("C102", FAILURE, "Failed: Event Information does not match Template"),
            Row("C103", FAILURE, "Failed: Cannot match event to a current study"),
            Row("C104", FAILURE, "Failed: IDs inconsistent in matching a current study; event not logged"),
        ),
        "ProceduralEventLogging",
    ),
    Table(
        "N-ACTION",
        _LOGGING,
        "PS3.4 Table P.3-3",
        (
            Row("C10E", FAILURE, "Failed: Operator may not add entries to the Medication Administration Record"),
            Row("C110", FAILURE, "Failed: Patient cannot be identified from Patient ID or Admission ID"),
            Row("C111", FAILURE, "Failed: Update of Medication Administration Record failed"),
        ),
        "SubstanceAdministrationLogging",
    ),
    Table(
        "N-ACTION",
        _MEDIA,
        "PS3.4 Table S.3.2.2.4-1",
        (Row("A510", FAILURE, "Refused: Media creation has already been initiated for this SOP Instance"),),
        "Initiate Media Creation",
    ),
    Table(
        "N-ACTION",
        _MEDIA,
        "PS3.4 Table S.3.2.3.4-1",
        (
            Row("C201", FAILURE, "Failed: Media creation request already completed"),
            Row("C202", FAILURE, "Failed: Media creation request in progress and cannot be interrupted"),
            Row("C203", FAILURE, "Failed: Cancellation denied for unspecified reason"),
        ),
        "Cancel Media Creation",
    ),
    Table("N-GET", _MEDIA, "PS3.4 Table S.3.2.4.4-1", (Row("0001", WARNING, _NO_OPTIONALS),)),
    Table(
        "N-ACTION",
        _UPS,
        "PS3.4 Table CC.2.1-2",
        (
            Row("0000", SUCCESS, "The requested state change was performed"),
            _IS_CANCELED,
            Row("B306", WARNING, "The UPS is already in the requested state of COMPLETED"),
            _NO_LONGER,
            _WRONG_TRANSACTION,
            Row("C302", FAILURE, "Failed: The UPS is already IN PROGRESS"),
            Row("C303", FAILURE, "Failed: The UPS may become SCHEDULED only by N-CREATE"),
            Row("C304", FAILURE, "Failed: The UPS has not met the final state requirements"),
            _NO_UPS,
            _NOT_IN_PROGRESS,
        ),
        "Change UPS State",
    ),
    Table(
        "N-ACTION",
        _UPS,
        "PS3.4 Table CC.2.2-2",
        (
            Row("0000", SUCCESS, "The cancel request is acknowledged"),
            _IS_CANCELED,
            _NO_UPS,
            Row("C311", FAILURE, "Failed: The UPS is already COMPLETED"),
            Row("C312", FAILURE, "Failed: The performer cannot be contacted"),
            Row("C313", FAILURE, "Failed: Performer chooses not to cancel"),
        ),
        "Request UPS Cancel",
    ),
    Table(
        "N-ACTION",
        _UPS,
        "PS3.4 Table CC.2.3-3",
        (
            Row("0000", SUCCESS, "The requested change of subscription was performed"),
            Row("B301", WARNING, "Deletion Lock not granted"),
            _NO_UPS,
            Row("C308", FAILURE, "Failed: Receiving AE Title is unknown to this provider"),
            Row("C314", FAILURE, "Failed: The action is not appropriate for the SOP Instance"),
            Row("C315", FAILURE, "Failed: The provider does not support Event Reports"),
        ),
        "Subscribe, unsubscribe",
    ),
    Table(
        "N-CREATE",
        _UPS,
        "PS3.4 Table CC.2.5-4",
        (
            Row("0000", SUCCESS, "The UPS was created as requested"),
            Row("B300", WARNING, "The UPS was created with modifications"),
            Row("C309", FAILURE, "Failed: The provided value of Procedure Step State was not SCHEDULED"),
        ),
    ),
    Table(
        "N-SET",
        _UPS,
        "PS3.4 Table CC.2.6-1",
        (
            Row("0001", WARNING, _NO_OPTIONALS),
            Row("B305", WARNING, "Invalid values were coerced to valid ones"),
            _NO_LONGER,
            _WRONG_TRANSACTION,
            _NO_UPS,
            _NOT_IN_PROGRESS,
        ),
    ),
    Table("N-GET", _UPS, "PS3.4 Table CC.2.7-1", (Row("0001", WARNING, _NO_OPTIONALS), _NO_UPS)),
    Table(
        "N-CREATE",
        _MACHINE,
        "PS3.4 Table DD.3.2.1.2-1",
        (
            Row("C221", FAILURE, "Failed: The Referenced Fraction Group Number does not exist in the referenced plan"),
            Row("C222", FAILURE, "Failed: No beams exist within the referenced fraction group"),
            Row("C223", FAILURE, "Failed: Already verifying; this request cannot be processed now"),
            Row("C227", FAILURE, "Failed: Referenced RT Plan not found"),
        ),
    ),
    Table(
        "N-SET",
        _MACHINE,
        "PS3.4 Table DD.3.2.1.2-2",
        (
            Row("C224", FAILURE, "Failed: Referenced Beam Number not found within the referenced fraction group"),
            Row("C225", FAILURE, "Failed: Referenced device or accessory not supported"),
            Row("C226", FAILURE, "Failed: Referenced device or accessory not found within the referenced beam"),
        ),
    ),
    Table(
        "N-GET",
        _MACHINE,
        "PS3.4 Table DD.3.2.2.3-1",
        (
            Row("0000", SUCCESS, "Treatment Verification Status successfully returned"),
            Row("C112", FAILURE, "Failed: Applicable Machine Verification instance not found"),
        ),
    ),
    Table(
        "N-ACTION",
        _MACHINE,
        "PS3.4 Table DD.3.2.3-2",
        (
            Row("0000", SUCCESS, "Machine parameter verification successfully initiated"),
            Row("C112", FAILURE, "Failed: Requested Machine Verification instance not found"),
        ),
    ),
    Table(
        "N-ACTION",
        ("Storage Management",),
        "PS3.4 KK.2.2",
        (Row("B010", WARNING, "One or more Key Attributes are not supported for matching", (), True),),
        "InventoryCreation",
    ),
)
