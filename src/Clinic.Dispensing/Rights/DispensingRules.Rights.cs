using Clinic.Abstractions;

namespace Clinic.Dispensing;

public static partial class DispensingRules
{
    /// <summary>The actor lacks the role.</summary>
    public const string RoleMissing = "DSP901";

    /// <summary>The actor does not belong to the department.</summary>
    public const string DepartmentMissing = "DSP902";

    private static IEnumerable<RuleText> RightsTexts() =>
    [
        new(RoleMissing, RuleKind.Forbidden,
            "{action} needs one of the roles {allowed}; the actor has {found}.",
            "{action} requiere uno de los roles {allowed}; el actor tiene {found}."),
        new(DepartmentMissing, RuleKind.Forbidden,
            "{action} belongs to the department {department}; the actor is not in it.",
            "{action} corresponde al departamento {department}; el actor no pertenece a él."),
    ];
}
