using Clinic.Api.Problems;
using Clinic.EmergencyBilling;
using Clinic.EmergencyBilling.Reports.Csv;

namespace Clinic.Api.EmergencyBilling;

/// <summary>How a report is answered.</summary>
/// <param name="Format"><c>json</c> (also where nothing is said), <c>csv</c> or <c>excel</c>.</param>
/// <param name="Lang"><c>es</c> or <c>en</c>; otherwise the language that the request accepts.</param>
/// <param name="Http">The request.</param>
internal readonly record struct StayReportFormat(string? Format, string? Lang, HttpContext Http)
{
    /// <summary>The style of the table, or null for JSON.</summary>
    /// <exception cref="EmergencyBillingException">The words are none of those.</exception>
    public StayCsvStyle? Style => (Format ?? "json") switch
    {
        "json" => null,
        "csv" => StayCsvStyle.Plain(Language),
        "excel" => StayCsvStyle.Excel(Language),
        _ => throw new EmergencyBillingException(EmergencyBillingRules.FieldInvalid, ("field", "format"), ("found", Format), ("allowed", "json, csv, excel")),
    };

    private string Language => Lang switch
    {
        null => Languages.Of(Http),
        "es" or "en" => Lang,
        _ => throw new EmergencyBillingException(EmergencyBillingRules.FieldInvalid, ("field", "lang"), ("found", Lang), ("allowed", "es, en")),
    };
}
