using Clinic.Abstractions;

namespace Clinic.Dispensing;

public static partial class DispensingRules
{
    /// <summary>A field is missing, too long or out of range.</summary>
    public const string FieldInvalid = "DSP105";

    private static IEnumerable<RuleText> GeneralTexts() =>
    [
        new(FieldInvalid, RuleKind.Malformed,
            "The field {field} holds {found}; allowed is {allowed}.",
            "El campo {field} contiene {found}; se permite {allowed}."),
    ];
}
