using System.Text.Json.Nodes;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Usage;
using NodaTime;
using static Clinic.Bridges.Fhir.FhirJson;

namespace Clinic.Bridges.Fhir;

/// <summary>A dose as MedicationAdministration, linked to the lot and to the line that delivered it.</summary>
public static class AdministrationMapping
{
    /// <summary>The resource; null for a reversal, which is the end of another dose, and for the stock of a department.</summary>
    /// <param name="d">The dispensation.</param>
    /// <param name="dose">The dose.</param>
    /// <param name="isReversed">Whether another entry took it back.</param>
    /// <param name="zone">The zone of the site.</param>
    /// <param name="options">How things are named.</param>
    public static JsonObject? Of(DispensationSnapshot d, DoseEntry dose, bool isReversed, DateTimeZone zone, FhirOptions options)
    {
        ArgumentNullException.ThrowIfNull(d);
        ArgumentNullException.ThrowIfNull(dose);
        ArgumentNullException.ThrowIfNull(options);
        if (dose.Kind == DoseKind.Reversal || d.Target.Patient is not { } patient) return null;
        var line = FhirIds.Line(d.Id, dose.Line);
        return Object(
            ("resourceType", "MedicationAdministration"),
            ("id", dose.Id.ToString()),
            ("extension", List(Object(("url", options.Extension("dispense")), ("valueReference", Reference("MedicationDispense", line))))),
            ("status", isReversed ? "entered-in-error" : "completed"),
            ("medicationReference", Reference("Medication", dose.Lot.Value)),
            ("subject", Reference("Patient", patient.Value)),
            ("context", d.Target.Encounter is { } encounter ? Reference("Encounter", encounter.Value) : null),
            ("effectiveDateTime", At(dose.At, zone)),
            ("performer", List(Object(("actor", Reference("Practitioner", dose.Responsible.Value))))),
            ("request", Reference("MedicationRequest", line)),
            ("note", dose.Reason is { } reason ? List(Object(("time", At(dose.RecordedAt, zone)), ("text", Text(reason)))) : null),
            ("dosage", Object(("dose", Quantity(dose.Entered)))));
    }
}
