using Clinic.Api.Problems;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Reports.Csv;

namespace Clinic.Api.Pharmacy;

/// <summary>How a report is answered.</summary>
/// <param name="Format"><c>json</c> (also where nothing is said), <c>csv</c> or <c>excel</c>.</param>
/// <param name="Lang"><c>es</c> or <c>en</c>; otherwise the language that the request accepts.</param>
/// <param name="Http">The request.</param>
internal readonly record struct ReportFormat(string? Format, string? Lang, HttpContext Http)
{
    /// <summary>The style of the table, or null for JSON.</summary>
    /// <exception cref="PharmacyException">The words are none of those.</exception>
    public CsvStyle? Style => (Format ?? "json") switch
    {
        "json" => null,
        "csv" => CsvStyle.Plain(Language),
        "excel" => CsvStyle.Excel(Language),
        _ => throw new PharmacyException(PharmacyRules.FieldInvalid, ("field", "format"), ("found", Format), ("allowed", "json, csv, excel")),
    };

    private string Language => Lang switch
    {
        null => Languages.Of(Http),
        "es" or "en" => Lang,
        _ => throw new PharmacyException(PharmacyRules.FieldInvalid, ("field", "lang"), ("found", Lang), ("allowed", "es, en")),
    };
}
