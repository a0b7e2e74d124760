using System.Text.Json.Nodes;
using Clinic.Dispensing.Dispensations;
using NodaTime;
using static Clinic.Bridges.Fhir.FhirJson;

namespace Clinic.Bridges.Fhir;

/// <summary>A line of a dispensation as MedicationRequest: what was asked, by whom, for whom.</summary>
public static class RequestMapping
{
    /// <summary>The resource, or null for the stock of a department: a MedicationRequest needs a patient.</summary>
    public static JsonObject? Of(DispensationSnapshot d, DispensationLine line, DateTimeZone zone, FhirOptions options)
    {
        ArgumentNullException.ThrowIfNull(d);
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(options);
        if (d.Target.Patient is not { } patient) return null;
        return Object(
            ("resourceType", "MedicationRequest"),
            ("id", FhirIds.Line(d.Id, line.Number)),
            ("identifier", d.Prescription is { } number ? List(Object(("system", options.Extension("prescription")), ("value", Text(number)))) : null),
            ("status", FhirStatuses.Request(d.Status, d.Accountability)),
            ("statusReason", d.Ended is { } ended ? Concept(null, ended.Reason) : null),
            ("intent", "order"),
            ("priority", d.Urgency == Urgency.Urgent ? "urgent" : "routine"),
            ("medicationReference", Reference("Medication", (line.Substituted?.Original ?? line.Product.Presentation).Value)),
            ("subject", Reference("Patient", patient.Value)),
            ("encounter", d.Target.Encounter is { } encounter ? Reference("Encounter", encounter.Value) : null),
            ("authoredOn", At(d.Requested.At, zone)),
            // Who answers for an order is who authorised it; before that, who wrote it down only recorded it.
            ("requester", d.Authorised is { } by ? Reference("Practitioner", by.By.Value) : null),
            ("recorder", Reference("Practitioner", d.Requested.By.Value)),
            ("basedOn", d.Refills.Of is { } first ? List(Reference("MedicationRequest", FhirIds.Line(first, line.Number))) : null),
            ("dosageInstruction", List(Object(("text", Text(line.Directions))))),
            ("dispenseRequest", Object(
                ("validityPeriod", Object(("start", At(d.Requested.At, zone)), ("end", d.ValidUntil > d.Requested.At ? At(d.ValidUntil, zone) : null))),
                ("numberOfRepeatsAllowed", d.Refills.Allowed),
                ("quantity", Quantity(line.Asked)))),
            ("substitution", Object(("allowedBoolean", line.MaySubstitute))));
    }
}
