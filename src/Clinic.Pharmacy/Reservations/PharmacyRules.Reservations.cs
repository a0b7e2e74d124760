using Clinic.Abstractions;

namespace Clinic.Pharmacy;

public static partial class PharmacyRules
{
    /// <summary>No reservation of this id is stored.</summary>
    public const string ReservationUnknown = "PHA401";

    /// <summary>The reservation no longer keeps stock aside.</summary>
    public const string ReservationNotActive = "PHA402";

    /// <summary>The reservation ran out before this instant.</summary>
    public const string ReservationRanOut = "PHA403";

    /// <summary>The reservation holds less of the lot than was asked.</summary>
    public const string ReservationHoldsLess = "PHA404";

    /// <summary>The reservation has not run out yet.</summary>
    public const string ReservationStillRuns = "PHA405";

    /// <summary>A reservation must end after now and within the longest time allowed.</summary>
    public const string ReservationTimeWrong = "PHA406";

    /// <summary>The reservation keeps another presentation or location.</summary>
    public const string ReservationForeign = "PHA407";

    /// <summary>No transfer of this id is stored.</summary>
    public const string TransferUnknown = "PHA411";

    /// <summary>Nothing of the transfer is on its way.</summary>
    public const string TransferNotInTransit = "PHA412";

    /// <summary>More arrived of a lot than is on its way.</summary>
    public const string ArrivedMoreThanSent = "PHA413";

    /// <summary>Part of the transfer has arrived, so the dispatch cannot be reversed.</summary>
    public const string TransferPartlyReceived = "PHA414";

    /// <summary>The site has no transit location.</summary>
    public const string TransitMissing = "PHA415";

    private static IEnumerable<RuleText> ReservationsTexts() =>
    [
        new(ReservationUnknown, RuleKind.NotFound,
            "The reservation {reservation} is not known here.",
            "No consta la reserva {reservation}."),
        new(ReservationNotActive, RuleKind.Refused,
            "The reservation {reservation} is {status}.",
            "La reserva {reservation} está en estado {status}."),
        new(ReservationRanOut, RuleKind.Refused,
            "The reservation {reservation} ran out at {expires}.",
            "La reserva {reservation} venció el {expires}."),
        new(ReservationHoldsLess, RuleKind.Refused,
            "The reservation {reservation} holds {found} of lot {lot}; asked {asked}.",
            "La reserva {reservation} tiene {found} del lote {lot}; se pidió {asked}."),
        new(ReservationStillRuns, RuleKind.Refused,
            "The reservation {reservation} runs until {expires}.",
            "La reserva {reservation} vale hasta {expires}."),
        new(ReservationTimeWrong, RuleKind.Malformed,
            "The reservation would end at {asked}; allowed is after {now}, at most {allowed} later.",
            "La reserva terminaría el {asked}; se admite después de {now}, como máximo {allowed} más tarde."),
        new(ReservationForeign, RuleKind.Refused,
            "The reservation {reservation} was not made for this presentation and location.",
            "La reserva {reservation} no se hizo para esta presentación y ubicación."),
        new(TransferUnknown, RuleKind.NotFound,
            "The transfer {transfer} is not known here.",
            "No consta el traslado {transfer}."),
        new(TransferNotInTransit, RuleKind.Refused,
            "The transfer {transfer} is {status}; nothing of it is on its way.",
            "El traslado {transfer} está en estado {status}; no hay nada en camino."),
        new(ArrivedMoreThanSent, RuleKind.Refused,
            "Of lot {lot}, {asked} arrived, but only {found} is on its way.",
            "Del lote {lot} llegó {asked}, pero solo {found} está en camino."),
        new(TransferPartlyReceived, RuleKind.Refused,
            "Part of the transfer {transfer} has arrived; reverse the arrival first.",
            "Parte del traslado {transfer} ya llegó; revierta primero la llegada."),
        new(TransitMissing, RuleKind.Refused,
            "The site {site} has no transit location; add one of the kind transit.",
            "El sitio {site} no tiene ubicación de tránsito; agregue una de tipo tránsito."),
    ];
}
