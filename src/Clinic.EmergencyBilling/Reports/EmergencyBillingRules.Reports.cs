using Clinic.Abstractions;

namespace Clinic.EmergencyBilling;

public static partial class EmergencyBillingRules
{
    /// <summary>The last day of a report is before the first, or the period is too long.</summary>
    public const string ReportPeriodInvalid = "EMB601";

    private static IEnumerable<RuleText> ReportTexts() =>
    [
        new(ReportPeriodInvalid, RuleKind.Malformed,
            "The report goes from {from} through {through}; the last day must not be before the first, nor may it span more than {allowed} days.",
            "El reporte va del {from} al {through}; el último día no puede ser anterior al primero ni abarcar más de {allowed} días."),
    ];
}
