using Clinic.Abstractions;

namespace Clinic.Dispensing;

public static partial class DispensingRules
{
    /// <summary>Packs were scanned where nobody verifies them.</summary>
    public const string PacksNotVerified = "DSP841";

    /// <summary>The scanned pack is of another product or lot than the line hands over.</summary>
    public const string PackDiffers = "DSP842";

    /// <summary>The registry does not let the pack be supplied.</summary>
    public const string PackNotActive = "DSP843";

    /// <summary>One pack was scanned twice.</summary>
    public const string PackTwice = "DSP844";

    /// <summary>The registry of packs did not answer.</summary>
    public const string PackRegistrySilent = "DSP845";

    private static IEnumerable<RuleText> PackTexts() =>
    [
        new(PacksNotVerified, RuleKind.Refused,
            "Packs were scanned, but the verification of packs is not switched on.",
            "Se escanearon envases, pero la verificación de envases no está activada."),
        new(PackDiffers, RuleKind.Refused,
            "The pack {serial} of line {line} is {found}; the line hands over {allowed}.",
            "El envase {serial} de la línea {line} es {found}; la línea entrega {allowed}."),
        new(PackNotActive, RuleKind.Refused,
            "The registry says of the pack {serial} of line {line}: {found}. Do not hand it over.",
            "El registro dice del envase {serial} de la línea {line}: {found}. No lo entregue."),
        new(PackTwice, RuleKind.Malformed,
            "The pack {serial} was scanned more than once.",
            "El envase {serial} se escaneó más de una vez."),
        new(PackRegistrySilent, RuleKind.Refused,
            "The registry of packs did not answer; nothing was handed over. Try the same again.",
            "El registro de envases no respondió; no se entregó nada. Intente lo mismo de nuevo."),
    ];
}
