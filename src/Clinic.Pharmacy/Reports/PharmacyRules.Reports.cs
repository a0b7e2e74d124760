using Clinic.Abstractions;

namespace Clinic.Pharmacy;

public static partial class PharmacyRules
{
    /// <summary>The last day of a report is before the first, or the period is too long.</summary>
    public const string ReportPeriodInvalid = "PHA891";

    /// <summary>A report is asked for as of a day that has not come.</summary>
    public const string ReportInFuture = "PHA892";

    /// <summary>The mark of the next part of a report cannot be read.</summary>
    public const string ReportMarkInvalid = "PHA893";

    private static IEnumerable<RuleText> ReportsTexts() =>
    [
        new(ReportPeriodInvalid, RuleKind.Malformed,
            "The report goes from {from} through {through}; the last day must not be before the first, nor more than {allowed} days long.",
            "El reporte va del {from} al {through}; el último día no puede ser anterior al primero ni abarcar más de {allowed} días."),
        new(ReportInFuture, RuleKind.Malformed,
            "The report is asked for as of {asked}; at the site it is {today}.",
            "El reporte se pide al {asked}; en el sitio es {today}."),
        new(ReportMarkInvalid, RuleKind.Malformed,
            "The mark {found} names no place in the ledger; use the mark that the part before gave.",
            "La marca {found} no señala ningún lugar del libro; use la marca que dio la parte anterior."),
    ];
}
