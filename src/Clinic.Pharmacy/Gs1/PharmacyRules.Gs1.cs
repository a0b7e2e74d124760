using Clinic.Abstractions;

namespace Clinic.Pharmacy;

public static partial class PharmacyRules
{
    /// <summary>A scan or element string cannot be read; the position says where.</summary>
    public const string ScanUnreadable = "PHA601";

    private static IEnumerable<RuleText> Gs1Texts() =>
    [
        new(ScanUnreadable, RuleKind.Malformed,
            "The scan cannot be read at character {position}: {reason}.",
            "No se puede leer el código escaneado en el carácter {position}: {reason}."),
    ];
}
