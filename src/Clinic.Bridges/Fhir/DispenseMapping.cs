using System.Text.Json.Nodes;
using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using NodaTime;
using static Clinic.Bridges.Fhir.FhirJson;

namespace Clinic.Bridges.Fhir;

/// <summary>A line of a dispensation as MedicationDispense, from preparation on.</summary>
public static class DispenseMapping
{
    /// <summary>The resource, or null before preparation began.</summary>
    public static JsonObject? Of(DispensationSnapshot d, DispensationLine line, DateTimeZone zone, FhirOptions options)
    {
        ArgumentNullException.ThrowIfNull(d);
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(options);
        if (FhirStatuses.Dispense(d.Status) is not { } status) return null;
        var handOvers = d.HandOvers.Where(h => h.Parts.Any(p => p.Line == line.Number)).ToList();
        var last = handOvers.Count > 0 ? handOvers[^1] : null;
        // mdd-1: a preparation that was opened again after a part had left is no preparation of what left.
        var prepared = d.Prepared is { } p && (last is null || p.At <= last.At) ? p : null;
        return Object(
            ("resourceType", "MedicationDispense"),
            ("id", FhirIds.Line(d.Id, line.Number)),
            ("extension", List(
                Object(("url", options.Extension("accountability")), ("valueCode", Word(d.Accountability.ToString()))),
                Object(("url", options.Extension("canonical-status")), ("valueCode", FhirStatuses.Canonical(d.Status))))),
            ("status", status),
            ("statusReasonCodeableConcept", (d.Ended?.Reason ?? d.Hold?.Reason) is { } reason ? Concept(null, reason) : null),
            ("category", Concept(Coding("http://terminology.hl7.org/fhir/CodeSystem/medicationdispense-category", d.Target.Area == CareArea.Outpatient ? "outpatient" : "inpatient"))),
            ("medicationReference", MedicationOf(line)),
            ("subject", d.Target.Patient is { } patient ? Reference("Patient", patient.Value) : null),
            ("context", d.Target.Encounter is { } encounter ? Reference("Encounter", encounter.Value) : null),
            ("performer", List(
            [
                Performer("packager", d.Prepared?.By),
                Performer("checker", d.Checked?.By),
                .. handOvers.Select(h => h.Deliverer).Distinct().Select(id => Performer("finalchecker", id)),
            ])),
            ("location", Reference("Location", d.From.Value)),
            ("authorizingPrescription", d.Target.Patient is null ? null : List(Reference("MedicationRequest", FhirIds.Line(d.Id, line.Number)))),
            ("type", last is null ? null : Concept(Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", d.Refills.Of is not null ? "RF" : handOvers.Count > 1 || last.Parts.Where(x => x.Line == line.Number).Sum(x => x.Quantity) < line.Quantity ? "FFP" : "FF"))),
            ("quantity", line.HandedOver > 0 ? Quantity(line.HandedOver, line.Product.BaseUnit) : line.Kept > 0 ? Quantity(line.Kept, line.Product.BaseUnit) : null),
            ("whenPrepared", prepared is null ? null : At(prepared.At, zone)),
            ("whenHandedOver", last is null ? null : At(last.At, zone)),
            ("receiver", List(handOvers.Select(h => h.Recipient).Distinct().Select(id => Reference("Practitioner", id.Value)))),
            ("dosageInstruction", List(Object(("text", Text(line.Directions))))),
            ("substitution", Substitution(line)));
    }

    // One lot is named as such; several lots or none are named by the presentation.
    private static JsonObject MedicationOf(DispensationLine line)
    {
        LotId[] lots = line.Accounts.Count > 0 ? [.. line.Accounts.Select(a => a.Lot)] : [.. line.Parts.Select(p => p.Lot).Distinct()];
        return Reference("Medication", lots.Length == 1 ? lots[0].Value : line.Product.Presentation.Value);
    }

    private static JsonObject? Performer(string function, PersonId? person) => person is not { } id ? null : Object(
        ("function", Concept(Coding("http://terminology.hl7.org/CodeSystem/medicationdispense-performer-function", function))),
        ("actor", Reference("Practitioner", id.Value)));

    private static JsonObject? Substitution(DispensationLine line) => line.Substituted is not { } s ? null : Object(
        ("wasSubstituted", true),
        ("reason", List(Concept(null, s.Reason))),
        ("responsibleParty", List(Reference("Practitioner", (s.Confirmed?.Person ?? s.By).Value))));

    private static string Word(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
