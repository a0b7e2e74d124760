using Clinic.Abstractions;

namespace Clinic.Dispensing;

public static partial class DispensingRules
{
    /// <summary>Neither the command nor the app says what was billed.</summary>
    public const string NothingBilledKnown = "DSP821";

    /// <summary>Two billed lines have one id.</summary>
    public const string BilledTwice = "DSP822";

    private static IEnumerable<RuleText> BillingTexts() =>
    [
        new(NothingBilledKnown, RuleKind.Malformed,
            "What was billed for the encounter {encounter} is not known; give the billed lines, an empty list when nothing was billed.",
            "No se sabe qué se facturó del encuentro {encounter}; indique las líneas facturadas, una lista vacía si no se facturó nada."),
        new(BilledTwice, RuleKind.Malformed,
            "The billed line {line} occurs more than once; allowed is each once.",
            "La línea facturada {line} aparece más de una vez; se permite cada una una vez."),
    ];
}
