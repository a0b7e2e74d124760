using Clinic.Abstractions;

namespace Clinic.Dispensing;

public static partial class DispensingRules
{
    /// <summary>The prescriber did not allow another product.</summary>
    public const string SubstitutionRefused = "DSP201";

    /// <summary>The scan is no code of a product.</summary>
    public const string ScanUnreadable = "DSP202";

    /// <summary>The scan is not what was kept aside.</summary>
    public const string ScanMismatch = "DSP203";

    /// <summary>The lot is not kept aside for the line.</summary>
    public const string PartUnknown = "DSP204";

    /// <summary>A lot kept aside was not confirmed.</summary>
    public const string NotConfirmed = "DSP205";

    /// <summary>The confirmed quantity is not the one kept aside.</summary>
    public const string ConfirmedDiffers = "DSP206";

    /// <summary>The class of medicine demands that somebody checks.</summary>
    public const string CheckerNeeded = "DSP207";

    /// <summary>Nobody checks their own preparation.</summary>
    public const string CheckerIsPreparer = "DSP208";

    /// <summary>The hold ends in the past or too late.</summary>
    public const string HoldTimeWrong = "DSP209";

    /// <summary>The class of medicine demands a scan.</summary>
    public const string ScanNeeded = "DSP210";

    /// <summary>Nothing is kept aside for the dispensation.</summary>
    public const string NothingKept = "DSP211";

    /// <summary>A substitute of another medication must be confirmed by an authoriser.</summary>
    public const string SubstituteNeedsAuthoriser = "DSP212";

    /// <summary>Chosen lots do not sum to the quantity.</summary>
    public const string PickingWrong = "DSP213";

    /// <summary>The time limit of the hold has not passed.</summary>
    public const string HoldRuns = "DSP215";

    /// <summary>The validity has not passed.</summary>
    public const string StillValid = "DSP216";

    private static IEnumerable<RuleText> PreparationTexts() =>
    [
        new(SubstitutionRefused, RuleKind.Refused,
            "Line {line} may not be substituted.",
            "La línea {line} no admite sustitución."),
        new(ScanUnreadable, RuleKind.Malformed,
            "The scan could not be read as a product.",
            "El código leído no es de un producto."),
        new(ScanMismatch, RuleKind.Refused,
            "Line {line}: {field} scanned {found}, kept aside {allowed}.",
            "Línea {line}: {field} leído {found}, apartado {allowed}."),
        new(PartUnknown, RuleKind.Refused,
            "Line {line} has no lot {lot} kept aside; allowed: {allowed}.",
            "La línea {line} no tiene apartado el lote {lot}; se permite: {allowed}."),
        new(NotConfirmed, RuleKind.Refused,
            "Line {line}, lot {lot}: {found} kept aside and not confirmed.",
            "Línea {line}, lote {lot}: {found} apartados y sin confirmar."),
        new(ConfirmedDiffers, RuleKind.Refused,
            "Line {line}, lot {lot}: confirmed {asked}, kept aside {found}.",
            "Línea {line}, lote {lot}: confirmado {asked}, apartado {found}."),
        new(CheckerNeeded, RuleKind.Refused,
            "The preparation needs a checker who authenticates.",
            "La preparación necesita quien la verifique y se autentique."),
        new(CheckerIsPreparer, RuleKind.Refused,
            "The checker is the preparer; somebody else must check.",
            "Quien verifica es quien preparó; debe verificar otra persona."),
        new(HoldTimeWrong, RuleKind.Malformed,
            "A hold until {asked} is not allowed; it must be after {now} and at most {allowed} long.",
            "No se permite retener hasta {asked}; debe ser después de {now} y durar a lo sumo {allowed}."),
        new(ScanNeeded, RuleKind.Refused,
            "Line {line} must be confirmed by a scan.",
            "La línea {line} debe confirmarse con un escaneo."),
        new(NothingKept, RuleKind.Refused,
            "Nothing is kept aside for line {line}.",
            "No hay nada apartado para la línea {line}."),
        new(SubstituteNeedsAuthoriser, RuleKind.Refused,
            "Line {line} becomes another medication; an authoriser must confirm it.",
            "La línea {line} pasa a otro medicamento; debe confirmarlo quien autoriza."),
        new(PickingWrong, RuleKind.Malformed,
            "Line {line}: chosen lots hold {found}, wanted {asked}.",
            "Línea {line}: los lotes elegidos suman {found}, se pide {asked}."),
        new(HoldRuns, RuleKind.Refused,
            "The hold runs until {until}; it is {now}.",
            "La retención dura hasta {until}; son las {now}."),
        new(StillValid, RuleKind.Refused,
            "The request is valid until {until}; it is {now}.",
            "La solicitud es válida hasta {until}; son las {now}."),
    ];
}
