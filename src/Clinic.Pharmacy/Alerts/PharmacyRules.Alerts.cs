using Clinic.Abstractions;

namespace Clinic.Pharmacy;

public static partial class PharmacyRules
{
    /// <summary>There is no such rule.</summary>
    public const string AlertRuleUnknown = "PHA781";

    /// <summary>Another rule is equally particular about the same.</summary>
    public const string AlertRuleTaken = "PHA782";

    /// <summary>A setting does not belong to the kind.</summary>
    public const string AlertSettingForeign = "PHA783";

    /// <summary>A setting is out of its range.</summary>
    public const string AlertSettingWrong = "PHA784";

    /// <summary>The scope names more than one of what excludes each other.</summary>
    public const string AlertScopeWrong = "PHA785";

    /// <summary>A mail address cannot be read.</summary>
    public const string AlertAddressWrong = "PHA786";

    /// <summary>There are too many recipients, or a role is unknown.</summary>
    public const string AlertRecipientsTooMany = "PHA787";

    /// <summary>The escalations are too many or not one after the other.</summary>
    public const string AlertEscalationsWrong = "PHA788";

    /// <summary>The rule is retired.</summary>
    public const string AlertRuleRetired = "PHA789";

    /// <summary>There is no such alert.</summary>
    public const string AlertUnknown = "PHA790";

    /// <summary>The alert does not allow it in its status.</summary>
    public const string AlertTransitionRefused = "PHA791";

    /// <summary>The time to put the alert off to is not ahead, or too far.</summary>
    public const string AlertSnoozeWrong = "PHA792";

    private static IEnumerable<RuleText> AlertsTexts() =>
    [
        new(AlertRuleUnknown, RuleKind.NotFound,
            "There is no alert rule {rule}.",
            "No existe la regla de alerta {rule}."),
        new(AlertRuleTaken, RuleKind.Refused,
            "The rule {rule} is already there for the same products and places ({kind}); change that one.",
            "La regla {rule} ya existe para los mismos productos y lugares ({kind}); modifíquela."),
        new(AlertSettingForeign, RuleKind.Malformed,
            "The setting {setting} does not belong to alerts of the kind {kind}.",
            "El ajuste {setting} no corresponde a las alertas de tipo {kind}."),
        new(AlertSettingWrong, RuleKind.Malformed,
            "The setting {setting} of {kind} is {found}; allowed: {allowed}.",
            "El ajuste {setting} de {kind} es {found}; se permite: {allowed}."),
        new(AlertScopeWrong, RuleKind.Malformed,
            "A rule names at most one of: {what}.",
            "Una regla nombra como máximo uno de: {what}."),
        new(AlertAddressWrong, RuleKind.Malformed,
            "The mail address number {position} cannot be read.",
            "No se puede leer la dirección de correo número {position}."),
        new(AlertRecipientsTooMany, RuleKind.Malformed,
            "There are {found} recipients; at most {allowed} addresses and only known roles.",
            "Hay {found} destinatarios; se admiten como máximo {allowed} direcciones y solo roles conocidos."),
        new(AlertEscalationsWrong, RuleKind.Malformed,
            "Escalations are at most {allowed}, each later than the one before and within a year.",
            "Los escalamientos son como máximo {allowed}, cada uno posterior al anterior y dentro de un año."),
        new(AlertRuleRetired, RuleKind.Refused,
            "The alert rule {rule} is retired.",
            "La regla de alerta {rule} está retirada."),
        new(AlertUnknown, RuleKind.NotFound,
            "There is no alert {alert}.",
            "No existe la alerta {alert}."),
        new(AlertTransitionRefused, RuleKind.Refused,
            "The alert {alert} is {status} and does not allow {trigger}; allowed: {allowed}.",
            "La alerta {alert} está {status} y no permite {trigger}; se permite: {allowed}."),
        new(AlertSnoozeWrong, RuleKind.Malformed,
            "An alert is put off to a time ahead, at most {allowed} days; asked {asked}, now {now}.",
            "Una alerta se pospone a un momento futuro, como máximo {allowed} días; se pidió {asked}, ahora {now}."),
    ];
}
