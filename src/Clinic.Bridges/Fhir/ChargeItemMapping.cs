using System.Text.Json.Nodes;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Stays;
using NodaTime;
using static Clinic.Bridges.Fhir.FhirJson;

namespace Clinic.Bridges.Fhir;

/// <summary>A line of what a stay costs as ChargeItem.</summary>
public static class ChargeItemMapping
{
    /// <summary>The revision in the ids of lines that are not recorded yet.</summary>
    public const int Running = 0;

    /// <summary>The resource; its id names stay, revision and line, so that what an invoice refers to stays the same.</summary>
    /// <param name="stay">The stay.</param>
    /// <param name="statement">The bill or the preview.</param>
    /// <param name="line">The line of it.</param>
    /// <param name="recorded">The revision; null for a preview.</param>
    /// <param name="isLast">Whether it is the last bill; what earlier ones charged is aborted.</param>
    /// <param name="options">How things are named.</param>
    public static JsonObject Of(EmergencyStay stay, ChargeStatement statement, ChargeLine line, RecordedStatement? recorded, bool isLast, FhirOptions options)
    {
        ArgumentNullException.ThrowIfNull(stay);
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(options);
        var zone = DateTimeZoneProviders.Tzdb[stay.Zone];
        return Object(
            ("resourceType", "ChargeItem"),
            ("id", IdOf(stay.Id, recorded?.Revision ?? Running, line.Number)),
            ("extension", List(
                Object(("url", options.Extension("tariff-hash")), ("valueString", line.TariffHash)),
                Object(("url", options.Extension("tax")), ("valueMoney", Money(line.Tax, statement.Currency))))),
            ("status", isLast ? StayStatuses.ChargeItem(stay.Status) : "aborted"),
            ("code", Concept(Coding(options.Extension("charge-code"), line.Code, line.Name), line.Name.Length > 0 ? line.Name : line.Code)),
            ("subject", Reference("Patient", stay.Patient.Value)),
            ("context", Reference("Encounter", stay.Encounter.Value)),
            ("occurrencePeriod", Object(("start", At(line.From, zone)), ("end", At(line.To, zone)))),
            ("quantity", Quantity(line.Quantity, UnitOf(line.Unit))),
            ("priceOverride", Money(line.Amount, statement.Currency)),
            ("enterer", recorded is null ? null : Reference("Practitioner", recorded.By.Value)),
            ("enteredDate", recorded is null ? null : At(recorded.At, zone)));
    }

    internal static string IdOf(StayId stay, int revision, int line) => FhirIds.Of(stay.Value, revision, line);

    private static UnitCode UnitOf(LineUnit unit) => new(unit switch
    {
        LineUnit.Hour => "h",
        LineUnit.Percent => "%",
        _ => "1",
    });
}
