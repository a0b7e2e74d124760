using NodaTime;

namespace Clinic.EmergencyBilling.Reports.Csv;

/// <summary>A column: its head in both languages, and its cell with the words and the zone of the reader.</summary>
internal sealed record Column<TRow>(string English, string Spanish, Func<TRow, StayCsvStyle, DateTimeZone, object?> Cell);
