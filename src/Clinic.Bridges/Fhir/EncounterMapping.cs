using System.Globalization;
using System.Text.Json.Nodes;
using Clinic.EmergencyBilling.Stays;
using NodaTime;
using static Clinic.Bridges.Fhir.FhirJson;

namespace Clinic.Bridges.Fhir;

/// <summary>A stay in the emergency department as Encounter.</summary>
public static class EncounterMapping
{
    /// <summary>The resource; its id is the visit's, by which other resources name it.</summary>
    public static JsonObject Of(EmergencyStay stay, FhirOptions options)
    {
        ArgumentNullException.ThrowIfNull(stay);
        ArgumentNullException.ThrowIfNull(options);
        var zone = DateTimeZoneProviders.Tzdb[stay.Zone];
        var history = EncounterHistory.Of(stay);
        var now = history[^1];
        return Object(
            ("resourceType", "Encounter"),
            ("id", stay.Encounter.ToString()),
            ("identifier", List(Object(("system", options.Extension("stay")), ("value", stay.Id.ToString())))),
            ("status", now.Status),
            ("statusHistory", List(history.Select((h, i) => Object(
                ("status", h.Status),
                ("period", Object(("start", At(h.From, zone)), ("end", i + 1 < history.Count ? At(history[i + 1].From, zone) : null))))))),
            ("class", Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "EMER", "emergency")),
            ("serviceType", stay.ServiceLine is { } line ? Concept(Coding(options.Extension("service-line"), line)) : null),
            ("priority", stay.Acuity is { } acuity ? Concept(Coding(options.Extension("acuity"), ((int)acuity).ToString(CultureInfo.InvariantCulture))) : null),
            ("subject", Reference("Patient", stay.Patient.Value)),
            ("period", Object(("start", At(stay.RegisteredAt, zone)), ("end", now.Status == "finished" ? At(Instant.Max(now.From, stay.RegisteredAt), zone) : null))),
            ("hospitalization", DispositionOf(stay) is { } disposition ? Object(("dischargeDisposition", Disposed(disposition))) : null),
            ("serviceProvider", stay.Department is { } department ? Reference("Organization", department.Value) : null));
    }

    // How billing knows it, or else how care said it.
    private static Disposition? DispositionOf(EmergencyStay stay) =>
        stay.Disposition ?? (stay.Clinical == ClinicalStatus.Departed ? stay.Effective.LastOrDefault(e => e.Original.Clinical == ClinicalStatus.Departed)?.Original.Disposition : null);

    private static JsonObject Disposed(Disposition disposition)
    {
        var (code, text) = disposition switch
        {
            Disposition.Discharged => ("home", "Home"),
            Disposition.Admitted => ("oth", "Admitted as an inpatient"),
            Disposition.Transferred => ("other-hcf", "Other healthcare facility"),
            Disposition.LeftWithoutBeingSeen => ("oth", "Left without being seen"),
            Disposition.AgainstAdvice => ("aadvice", "Left against advice"),
            Disposition.Deceased => ("exp", "Expired"),
            _ => throw new ArgumentOutOfRangeException(nameof(disposition), disposition, "Unknown disposition."),
        };
        return Concept(Coding("http://terminology.hl7.org/CodeSystem/discharge-disposition", code), text);
    }
}
