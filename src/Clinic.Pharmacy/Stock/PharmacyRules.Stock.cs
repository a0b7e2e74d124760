using Clinic.Abstractions;

namespace Clinic.Pharmacy;

public static partial class PharmacyRules
{
    /// <summary>Less is available than was asked.</summary>
    public const string StockShort = "PHA201";

    /// <summary>The quantity has more decimals than the presentation allows.</summary>
    public const string QuantityTooFine = "PHA202";

    /// <summary>The quantity is zero or negative.</summary>
    public const string QuantityNotPositive = "PHA203";

    /// <summary>The unit is neither the base unit nor a pack of the presentation.</summary>
    public const string UnitUnknown = "PHA204";

    /// <summary>The instant lies in the future.</summary>
    public const string TimeInFuture = "PHA205";

    /// <summary>Stock would be below zero at that instant or a later one.</summary>
    public const string BelowZeroLater = "PHA206";

    /// <summary>Nothing is allocated from this location.</summary>
    public const string NotPickable = "PHA207";

    /// <summary>The location is unknown or belongs to another site.</summary>
    public const string LocationUnknown = "PHA208";

    /// <summary>A later physical count has absorbed that time.</summary>
    public const string BeforeCount = "PHA209";

    /// <summary>The location is not of the kind that the act needs.</summary>
    public const string LocationKindWrong = "PHA210";

    /// <summary>Origin and destination are the same.</summary>
    public const string SameLocation = "PHA211";

    /// <summary>The pack cannot be opened and the quantity is no whole number of packs.</summary>
    public const string NotWholePacks = "PHA212";

    /// <summary>The quantity is beyond what a ledger line holds.</summary>
    public const string QuantityTooLarge = "PHA213";

    /// <summary>No posting of this id is stored.</summary>
    public const string PostingUnknown = "PHA214";

    /// <summary>The posting has been reversed before.</summary>
    public const string AlreadyReversed = "PHA215";

    /// <summary>A reversal cannot be reversed.</summary>
    public const string ReversalOfReversal = "PHA216";

    /// <summary>A physical count cannot be reversed, only counted again.</summary>
    public const string CountNotReversible = "PHA217";

    /// <summary>Part of the issue has come back, so it cannot be reversed.</summary>
    public const string ReturnedAlready = "PHA218";

    /// <summary>More would come back than was issued and is still out.</summary>
    public const string ReturnTooMuch = "PHA219";

    /// <summary>A return names a posting that issued nothing of the lot.</summary>
    public const string NotAnIssue = "PHA220";

    /// <summary>The command names no line.</summary>
    public const string NothingAsked = "PHA221";

    /// <summary>A lot is named twice in one command.</summary>
    public const string LotNamedTwice = "PHA222";

    /// <summary>The receiving department is unknown at the site.</summary>
    public const string DepartmentUnknown = "PHA223";

    /// <summary>The stock belongs to a record of another domain, which alone moves it.</summary>
    public const string OwnedElsewhere = "PHA224";

    private static IEnumerable<RuleText> StockTexts() =>
    [
        new(StockShort, RuleKind.Refused,
            "Asked {asked}, available {available} at {location}.",
            "Se pidió {asked}; disponible {available} en {location}."),
        new(QuantityTooFine, RuleKind.Malformed,
            "The quantity {found} is too fine; {allowed} decimals are allowed.",
            "La cantidad {found} es demasiado fina; se admiten {allowed} decimales."),
        new(QuantityNotPositive, RuleKind.Malformed,
            "The quantity is {found}; it must be more than zero.",
            "La cantidad es {found}; debe ser mayor que cero."),
        new(UnitUnknown, RuleKind.Malformed,
            "The unit {found} is not known here; allowed is {allowed}.",
            "No se conoce aquí la unidad {found}; se admite {allowed}."),
        new(TimeInFuture, RuleKind.Malformed,
            "The time {asked} lies after now, {now}.",
            "La hora {asked} es posterior a ahora, {now}."),
        new(BelowZeroLater, RuleKind.Refused,
            "With this entry, lot {lot} would have been at {found} at {at}.",
            "Con este registro, el lote {lot} habría quedado en {found} el {at}."),
        new(NotPickable, RuleKind.Refused,
            "The location {location} is not one to pick from.",
            "De la ubicación {location} no se toma mercadería."),
        new(LocationUnknown, RuleKind.NotFound,
            "The location {location} is not known at this site.",
            "La ubicación {location} no consta en este sitio."),
        new(BeforeCount, RuleKind.Refused,
            "Lot {lot} was counted at {counted}, after {asked}; the count has absorbed what happened before.",
            "El lote {lot} se contó el {counted}, después de {asked}; el conteo ya absorbió lo anterior."),
        new(LocationKindWrong, RuleKind.Refused,
            "The location {location} is of the kind {found}; allowed is {allowed}.",
            "La ubicación {location} es de tipo {found}; se admite {allowed}."),
        new(SameLocation, RuleKind.Malformed,
            "Origin and destination are both {location}.",
            "Origen y destino son ambos {location}."),
        new(NotWholePacks, RuleKind.Refused,
            "{asked} is no whole number of packs of {multiple}, which cannot be opened.",
            "{asked} no es un número entero de envases de {multiple}, que no se pueden abrir."),
        new(QuantityTooLarge, RuleKind.Malformed,
            "The quantity {found} is too large; at most {allowed}.",
            "La cantidad {found} es demasiado grande; como máximo {allowed}."),
        new(PostingUnknown, RuleKind.NotFound,
            "The posting {posting} is not in the ledger.",
            "El asiento {posting} no está en el libro."),
        new(AlreadyReversed, RuleKind.Refused,
            "The posting {posting} has been reversed already.",
            "El asiento {posting} ya fue revertido."),
        new(ReversalOfReversal, RuleKind.Refused,
            "The posting {posting} is a reversal and cannot be reversed; write the entry anew.",
            "El asiento {posting} es una reversión y no se puede revertir; registre de nuevo el movimiento."),
        new(CountNotReversible, RuleKind.Refused,
            "The posting {posting} is a physical count; count again instead.",
            "El asiento {posting} es un conteo físico; cuente de nuevo."),
        new(ReturnedAlready, RuleKind.Refused,
            "Of the issue {posting}, {found} came back already; reverse the return first.",
            "De la entrega {posting} ya volvió {found}; revierta primero la devolución."),
        new(ReturnTooMuch, RuleKind.Refused,
            "Asked {asked} to return, still out {found}.",
            "Se pidió devolver {asked}; aún fuera {found}."),
        new(NotAnIssue, RuleKind.Refused,
            "The posting {posting} issued nothing of lot {lot}.",
            "El asiento {posting} no entregó nada del lote {lot}."),
        new(NothingAsked, RuleKind.Malformed,
            "The number of lines does not fit; at least one is needed, at most {allowed}.",
            "El número de líneas no es válido; se necesita al menos una, como máximo {allowed}."),
        new(LotNamedTwice, RuleKind.Malformed,
            "The lot {lot} is named more than once.",
            "El lote {lot} aparece más de una vez."),
        new(DepartmentUnknown, RuleKind.NotFound,
            "The department {department} is not known at this site.",
            "El departamento {department} no consta en este sitio."),
        new(OwnedElsewhere, RuleKind.Refused,
            "Stock of {owner} moves only with it.",
            "La mercadería de {owner} solo se mueve con ese registro."),
    ];
}
