using Clinic.Abstractions;

namespace Clinic.Dispensing;

public static partial class DispensingRules
{
    /// <summary>More would come back or be wasted than is outstanding.</summary>
    public const string ReturnTooMuch = "DSP501";

    /// <summary>Stock cannot be split that finely, so the rest is waste.</summary>
    public const string ReturnNotWhole = "DSP502";

    /// <summary>The dispensation has no return of this id.</summary>
    public const string ReturnUnknown = "DSP503";

    /// <summary>The return was counted already.</summary>
    public const string ReturnCounted = "DSP504";

    /// <summary>Nobody counts what they declared themselves.</summary>
    public const string CounterIsDeclarer = "DSP505";

    /// <summary>More was counted than was ever handed over.</summary>
    public const string CountedTooMuch = "DSP506";

    /// <summary>What was counted must be put somewhere.</summary>
    public const string ReturnPlaceMissing = "DSP507";

    /// <summary>The class of medicine demands a witness.</summary>
    public const string WitnessNeeded = "DSP511";

    /// <summary>Nobody witnesses what they do themselves.</summary>
    public const string WitnessIsActor = "DSP512";

    /// <summary>The recipient of a controlled medicine does not witness its waste.</summary>
    public const string WitnessIsRecipient = "DSP513";

    /// <summary>Only what comes in containers has an overfill.</summary>
    public const string OverfillOfNothing = "DSP514";

    /// <summary>The dispensation has no waste entry of this id.</summary>
    public const string WasteUnknown = "DSP515";

    /// <summary>The entry is reversed already, or is itself a reversal.</summary>
    public const string WasteReversed = "DSP516";

    /// <summary>Only a supervisor, or the author within the time limit, corrects waste.</summary>
    public const string WasteCorrectionRefused = "DSP517";

    private static IEnumerable<RuleText> ReturnsTexts() =>
    [
        new(ReturnTooMuch, RuleKind.Refused,
            "Line {line}, lot {lot}: asked {asked} {unit}, outstanding {found}.",
            "Línea {line}, lote {lot}: se piden {asked} {unit}, quedan {found}."),
        new(ReturnNotWhole, RuleKind.Refused,
            "{asked} {unit} is no whole stock unit; return whole ones and waste the rest.",
            "{asked} {unit} no es una unidad entera de inventario; devuelva enteras y deseche el resto."),
        new(ReturnUnknown, RuleKind.NotFound,
            "The dispensation {dispensation} has no return {return}.",
            "La dispensación {dispensation} no tiene la devolución {return}."),
        new(ReturnCounted, RuleKind.Refused,
            "The return {return} was counted already.",
            "La devolución {return} ya fue contada."),
        new(CounterIsDeclarer, RuleKind.Refused,
            "The counter is the declarer; somebody else must count.",
            "Quien cuenta es quien declaró; debe contar otra persona."),
        new(CountedTooMuch, RuleKind.Refused,
            "Counted {asked} {unit}; at most {found} is still out.",
            "Contado {asked} {unit}; a lo sumo {found} sigue fuera."),
        new(ReturnPlaceMissing, RuleKind.Malformed,
            "A counted return needs the location it is put in.",
            "Una devolución contada necesita la ubicación donde se coloca."),
        new(WitnessNeeded, RuleKind.Refused,
            "Waste of line {line} needs a witness who authenticates, or a reason why there was none.",
            "El desecho de la línea {line} necesita un testigo que se autentique, o el motivo de su ausencia."),
        new(WitnessIsActor, RuleKind.Refused,
            "The witness is the one who discards.",
            "El testigo es quien desecha."),
        new(WitnessIsRecipient, RuleKind.Refused,
            "The witness received this medicine; somebody else must witness.",
            "El testigo recibió este medicamento; debe atestiguar otra persona."),
        new(OverfillOfNothing, RuleKind.Refused,
            "Line {line} has no containers, so it has no overfill.",
            "La línea {line} no tiene envases, por lo que no hay excedente."),
        new(WasteUnknown, RuleKind.NotFound,
            "The dispensation {dispensation} has no waste entry {waste}.",
            "La dispensación {dispensation} no tiene el desecho {waste}."),
        new(WasteReversed, RuleKind.Refused,
            "The waste entry {waste} is reversed already or is a reversal.",
            "El desecho {waste} ya fue revertido o es una reversión."),
        new(WasteCorrectionRefused, RuleKind.Forbidden,
            "The waste entry {waste} may be corrected by its author until {until}, or by a supervisor.",
            "El desecho {waste} puede corregirlo su autor hasta {until}, o supervisión."),
    ];
}
