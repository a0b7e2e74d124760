using Clinic.Abstractions;

namespace Clinic.Pharmacy;

public static partial class PharmacyRules
{
    /// <summary>No recall campaign of this id is stored.</summary>
    public const string RecallUnknown = "PHA751";

    /// <summary>The recall campaign is closed.</summary>
    public const string RecallTransitionRefused = "PHA752";

    /// <summary>Recipients of the campaign have no closed notice yet.</summary>
    public const string RecallNoticesOpen = "PHA753";

    /// <summary>Blocked stock of the campaign is left.</summary>
    public const string RecallStockLeft = "PHA754";

    /// <summary>No recall notice of this id is stored.</summary>
    public const string RecallNoticeUnknown = "PHA755";

    /// <summary>The status of the notice does not allow the trigger.</summary>
    public const string RecallNoticeTransitionRefused = "PHA756";

    /// <summary>A recipient is given up only after enough tries.</summary>
    public const string RecallTooFewAttempts = "PHA757";

    /// <summary>More is answered than was received.</summary>
    public const string RecallAnswerTooMuch = "PHA758";

    /// <summary>The recipient never received the lot.</summary>
    public const string RecallLotNotReceived = "PHA759";

    /// <summary>An answer of somebody who was not told yet.</summary>
    public const string RecallNotTold = "PHA760";

    /// <summary>No supplier return of this id is stored.</summary>
    public const string SupplierReturnUnknown = "PHA765";

    /// <summary>The status of the supplier return does not allow the trigger.</summary>
    public const string SupplierReturnTransitionRefused = "PHA766";

    /// <summary>The lot came from another supplier.</summary>
    public const string SupplierReturnWrongSupplier = "PHA767";

    private static IEnumerable<RuleText> RecallsTexts() =>
    [
        new(RecallUnknown, RuleKind.NotFound,
            "The recall campaign {campaign} is not known here.",
            "No consta el retiro {campaign}."),
        new(RecallTransitionRefused, RuleKind.Refused,
            "The recall campaign {campaign} is {status}; {trigger} is not allowed.",
            "El retiro {campaign} está en estado {status}; no se admite {trigger}."),
        new(RecallNoticesOpen, RuleKind.Refused,
            "{found} recipients have no closed notice yet.",
            "{found} destinatarios aún no tienen el aviso cerrado."),
        new(RecallStockLeft, RuleKind.Refused,
            "{found} of lot {lot}, which is {status}, still lie at {location}; return, destroy or release them.",
            "Quedan {found} del lote {lot}, en estado {status}, en {location}; devuélvalos, destrúyalos o libérelos."),
        new(RecallNoticeUnknown, RuleKind.NotFound,
            "The recall notice {notice} is not known here.",
            "No consta el aviso de retiro {notice}."),
        new(RecallNoticeTransitionRefused, RuleKind.Refused,
            "The recall notice {notice} is {status}; {trigger} is not allowed, only {allowed}.",
            "El aviso de retiro {notice} está en estado {status}; no se admite {trigger}, solo {allowed}."),
        new(RecallTooFewAttempts, RuleKind.Refused,
            "There were {found} tries; a recipient is given up after {needed}.",
            "Hubo {found} intentos; un destinatario se da por inubicable después de {needed}."),
        new(RecallAnswerTooMuch, RuleKind.Refused,
            "More of lot {lot} is answered than was received, {allowed}.",
            "Se responde más del lote {lot} de lo que se recibió, {allowed}."),
        new(RecallLotNotReceived, RuleKind.Refused,
            "The recipient never received lot {lot}.",
            "El destinatario nunca recibió el lote {lot}."),
        new(RecallNotTold, RuleKind.Refused,
            "The notice {notice} has no answer before the recipient was told.",
            "El aviso {notice} no admite respuesta antes de avisar al destinatario."),
        new(SupplierReturnUnknown, RuleKind.NotFound,
            "The supplier return {return} is not known here.",
            "No consta la devolución al proveedor {return}."),
        new(SupplierReturnTransitionRefused, RuleKind.Refused,
            "The supplier return {return} is {status}; {trigger} is not allowed, only {allowed}.",
            "La devolución al proveedor {return} está en estado {status}; no se admite {trigger}, solo {allowed}."),
        new(SupplierReturnWrongSupplier, RuleKind.Refused,
            "Lot {lot} was delivered by {found}, not by {asked}.",
            "El lote {lot} lo entregó {found}, no {asked}."),
    ];
}
