using Clinic.Abstractions;

namespace Clinic.Dispensing;

public static partial class DispensingRules
{
    /// <summary>The lot was never handed over with this line.</summary>
    public const string LotNotDelivered = "DSP401";

    /// <summary>The unit does not convert to that of the product.</summary>
    public const string UnitNotConvertible = "DSP402";

    /// <summary>The dose comes to finer than the product is accounted in.</summary>
    public const string DoseTooFine = "DSP403";

    /// <summary>The containers cannot hold such a dose.</summary>
    public const string DoseImpossible = "DSP404";

    /// <summary>The time is before the lot was handed over.</summary>
    public const string BeforeHandOver = "DSP405";

    /// <summary>The time has not come yet.</summary>
    public const string TimeInFuture = "DSP406";

    /// <summary>The container was open for too long.</summary>
    public const string BeyondUsePassed = "DSP407";

    /// <summary>A dose per kilogram needs a weight.</summary>
    public const string WeightNeeded = "DSP408";

    /// <summary>Several lots were handed over; the dose must name one.</summary>
    public const string LotAmbiguous = "DSP409";

    /// <summary>The dispensation has no dose of this id.</summary>
    public const string DoseUnknown = "DSP410";

    /// <summary>The entry is reversed already, or is itself a reversal.</summary>
    public const string DoseReversed = "DSP411";

    /// <summary>Only a supervisor, or the author within the time limit, corrects a dose.</summary>
    public const string CorrectionRefused = "DSP412";

    /// <summary>The class of medicine demands each dose.</summary>
    public const string EachDoseNeeded = "DSP413";

    /// <summary>Nothing is left to confirm.</summary>
    public const string NothingOutstanding = "DSP414";

    /// <summary>More came out above the label than may be, or without a reason.</summary>
    public const string OverfillWrong = "DSP415";

    /// <summary>The opening is after the dose, or before the hand-over.</summary>
    public const string OpenedWrong = "DSP416";

    /// <summary>Several ingredients have this unit, so the dose must be in volume.</summary>
    public const string ConcentrationAmbiguous = "DSP417";

    private static IEnumerable<RuleText> UseTexts() =>
    [
        new(LotNotDelivered, RuleKind.Refused,
            "Line {line} was not handed over with the lot {lot}; allowed: {allowed}.",
            "La línea {line} no se entregó con el lote {lot}; se permite: {allowed}."),
        new(UnitNotConvertible, RuleKind.Refused,
            "{found} does not convert to {unit} for this product; known: {allowed}.",
            "{found} no se convierte a {unit} para este producto; se conoce: {allowed}."),
        new(DoseTooFine, RuleKind.Refused,
            "{found} comes to {exact} {unit}, finer than {allowed} decimals; enter what was drawn up.",
            "{found} equivale a {exact} {unit}, más fino que {allowed} decimales; ingrese lo que se extrajo."),
        new(DoseImpossible, RuleKind.Refused,
            "{found} cannot come out of {containers} × {allowed} {unit}.",
            "{found} no puede salir de {containers} × {allowed} {unit}."),
        new(BeforeHandOver, RuleKind.Refused,
            "The time {found} is before the hand-over at {allowed}.",
            "La hora {found} es anterior a la entrega de las {allowed}."),
        new(TimeInFuture, RuleKind.Malformed,
            "The time {found} is after now, {now}.",
            "La hora {found} es posterior a ahora, {now}."),
        new(BeyondUsePassed, RuleKind.Refused,
            "Opened at {opened}, usable for {allowed}; given at {found}.",
            "Abierto a las {opened}, utilizable por {allowed}; administrado a las {found}."),
        new(WeightNeeded, RuleKind.Malformed,
            "A dose in {found} needs a weight of {allowed}.",
            "Una dosis en {found} necesita un peso de {allowed}."),
        new(LotAmbiguous, RuleKind.Malformed,
            "Line {line} was handed over with several lots; name one of {allowed}.",
            "La línea {line} se entregó con varios lotes; nombre uno de {allowed}."),
        new(DoseUnknown, RuleKind.NotFound,
            "The dispensation {dispensation} has no dose {dose}.",
            "La dispensación {dispensation} no tiene la dosis {dose}."),
        new(DoseReversed, RuleKind.Refused,
            "The dose {dose} is reversed already or is a reversal.",
            "La dosis {dose} ya fue revertida o es una reversión."),
        new(CorrectionRefused, RuleKind.Forbidden,
            "The dose {dose} may be corrected by its author until {until}, or by a supervisor.",
            "La dosis {dose} puede corregirla su autor hasta {until}, o supervisión."),
        new(EachDoseNeeded, RuleKind.Refused,
            "Line {line} is accounted for dose by dose.",
            "La línea {line} se registra dosis por dosis."),
        new(NothingOutstanding, RuleKind.Refused,
            "Nothing of {dispensation} is outstanding.",
            "No queda nada pendiente de {dispensation}."),
        new(OverfillWrong, RuleKind.Refused,
            "Overfill {found} {unit} needs a reason and may be at most {allowed}.",
            "El excedente {found} {unit} requiere un motivo y puede ser a lo sumo {allowed}."),
        new(OpenedWrong, RuleKind.Malformed,
            "Opened at {found} is not allowed; it must be from {allowed} to the dose.",
            "No se permite abierto a las {found}; debe ser desde {allowed} hasta la dosis."),
        new(ConcentrationAmbiguous, RuleKind.Refused,
            "{found} could be of several ingredients; enter the dose in {unit}.",
            "{found} podría ser de varios principios activos; ingrese la dosis en {unit}."),
    ];
}
