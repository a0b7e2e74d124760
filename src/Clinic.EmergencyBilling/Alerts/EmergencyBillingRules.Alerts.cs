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

    /// <summary>The site has no such alert.</summary>
    public const string StayAlertUnknown = "EMB504";

    /// <summary>The alert is answered or over.</summary>
    public const string StayAlertTransitionRefused = "EMB505";

    /// <summary>An alert names somebody who is neither a role nor a person who works here.</summary>
    public const string AlertTargetUnknown = "EMB506";

    /// <summary>The site has no such version of its alert rules.</summary>
    public const string AlertRulesUnknown = "EMB507";

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
        new(StayAlertUnknown, RuleKind.NotFound,
            "The site has no alert {alert}.",
            "La sede no tiene la alerta {alert}."),
        new(StayAlertTransitionRefused, RuleKind.Refused,
            "The alert is {status}; {trigger} is not allowed, only {allowed}.",
            "La alerta está {status}; no se permite {trigger}, solo {allowed}."),
        new(AlertTargetUnknown, RuleKind.Malformed,
            "An alert would tell {found}; allowed are roles and ids of people who work here.",
            "Una alerta avisaría a {found}; se permiten roles e identificadores de personas que trabajan aquí."),
        new(AlertRulesUnknown, RuleKind.NotFound,
            "The site has no version {version} of its alert rules.",
            "La sede no tiene la versión {version} de sus reglas de alerta."),
    ];
}
