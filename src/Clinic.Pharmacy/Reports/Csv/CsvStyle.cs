using Clinic.Csv;

namespace Clinic.Pharmacy.Reports.Csv;

/// <summary>How a table is written for its reader.</summary>
/// <param name="Separator">Between cells.</param>
/// <param name="DecimalSign">Between whole and decimals of numbers.</param>
/// <param name="WithMark">Whether the file begins with a byte-order mark.</param>
/// <param name="Language">The language of heads and words: <c>es</c> or <c>en</c>.</param>
public sealed record CsvStyle(char Separator, char DecimalSign, bool WithMark, string Language)
{
    /// <summary>For programs: RFC 4180 with commas, points and no mark.</summary>
    public static CsvStyle Plain(string language) => new(',', '.', false, language);

    /// <summary>For Excel: a mark, semicolons, and the decimal sign that the language writes.</summary>
    public static CsvStyle Excel(string language) => new(';', language == "es" ? ',' : '.', true, language);

    internal CsvText Form => new(Separator, DecimalSign, WithMark);
}
