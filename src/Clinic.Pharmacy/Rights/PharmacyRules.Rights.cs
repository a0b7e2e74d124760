using Clinic.Abstractions;

namespace Clinic.Pharmacy;

public static partial class PharmacyRules
{
    /// <summary>The actor has none of the roles that the act needs.</summary>
    public const string RoleMissing = "PHA901";

    /// <summary>The actor does not belong to the department of the location.</summary>
    public const string DepartmentMissing = "PHA902";

    private static IEnumerable<RuleText> RightsTexts() =>
    [
        new(RoleMissing, RuleKind.Forbidden,
            "{action} needs one of the roles {allowed}; the actor has {found}.",
            "{action} requiere uno de los roles {allowed}; el actor tiene {found}."),
        new(DepartmentMissing, RuleKind.Forbidden,
            "{action} touches the location {location} of the department {department}, to which the actor does not belong.",
            "{action} afecta a la ubicación {location} del departamento {department}, al que el actor no pertenece."),
    ];
}
