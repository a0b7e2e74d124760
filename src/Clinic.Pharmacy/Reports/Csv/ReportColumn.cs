using NodaTime;

namespace Clinic.Pharmacy.Reports.Csv;

/// <summary>A column of a table: its head in both languages, and its cell.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="English">The head in English.</param>
/// <param name="Spanish">The head in Spanish.</param>
/// <param name="Cell">The cell of a row, with the language and the zone in which times are written.</param>
public sealed record ReportColumn<TRow>(string English, string Spanish, Func<TRow, string, DateTimeZone, object?> Cell)
{
    /// <summary>The head in a language.</summary>
    public string Head(string language) => language == "es" ? Spanish : English;
}
