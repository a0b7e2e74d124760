using Clinic.Abstractions;

namespace Clinic.EmergencyBilling;

public static partial class EmergencyBillingRules
{
    /// <summary>The actor has none of the roles that may do this.</summary>
    public const string RoleMissing = "EMB901";

    private static IEnumerable<RuleText> RightsTexts() =>
    [
        new(RoleMissing, RuleKind.Forbidden,
            "{action} needs one of the roles {allowed}; the actor has {found}.",
            "{action} requiere uno de los roles {allowed}; el actor tiene {found}."),
    ];
}
