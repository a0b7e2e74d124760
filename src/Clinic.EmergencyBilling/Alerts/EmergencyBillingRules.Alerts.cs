using Clinic.Abstractions;

namespace Clinic.EmergencyBilling;

public static partial class EmergencyBillingRules
{
    /// <summary>A level of an alert is defined twice.</summary>
    public const string AlertTwice = "EMB501";

    /// <summary>A higher level of an alert would not come later.</summary>
    public const string AlertLevelsUnordered = "EMB502";

    /// <summary>An alert names nobody who is told.</summary>
    public const string AlertTellsNobody = "EMB503";

    private static IEnumerable<RuleText> AlertTexts() =>
    [
        new(AlertTwice, RuleKind.Malformed,
            "Level {level} of the alert {code} is defined twice.",
            "El nivel {level} de la alerta {code} está definido dos veces."),
        new(AlertLevelsUnordered, RuleKind.Malformed,
            "Level {level} of the alert {code} must have the clock of level {lower} and a higher threshold.",
            "El nivel {level} de la alerta {code} debe usar el reloj del nivel {lower} y un umbral mayor."),
        new(AlertTellsNobody, RuleKind.Malformed,
            "Level {level} of the alert {code} names no role to tell.",
            "El nivel {level} de la alerta {code} no nombra ningún rol al que avisar."),
    ];
}
