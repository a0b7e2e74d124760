using System.Text.Json.Nodes;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Requisitions;
using NodaTime;
using NodaTime.Text;
using static Clinic.Bridges.Fhir.FhirJson;

namespace Clinic.Bridges.Fhir;

/// <summary>A requisition between departments as SupplyRequest, one per line, and SupplyDelivery, one per lot that was sent.</summary>
public static class SupplyMapping
{
    /// <summary>A line as SupplyRequest.</summary>
    public static JsonObject Request(RequisitionSnapshot r, int line, PresentationSnapshot presentation, DateTimeZone zone, FhirOptions options)
    {
        ArgumentNullException.ThrowIfNull(r);
        ArgumentNullException.ThrowIfNull(presentation);
        ArgumentNullException.ThrowIfNull(options);
        var asked = r.Lines[line - 1];
        var written = r.History[0];
        var submitted = r.History.FirstOrDefault(h => h.Trigger == RequisitionTrigger.Submit);
        return Object(
            ("resourceType", "SupplyRequest"),
            ("id", FhirIds.Of(r.Id.Value, line)),
            ("identifier", r.Number is { } number ? List(Object(("system", options.Extension("requisition")), ("value", number.ToString()))) : null),
            ("status", RequisitionFhir.SupplyRequestStatus(r.Status)),
            ("category", Concept(Coding("http://terminology.hl7.org/CodeSystem/supply-kind", "nonstock"))),
            ("priority", r.Priority switch { RequisitionPriority.Stat => "stat", RequisitionPriority.Urgent => "urgent", _ => "routine" }),
            ("itemReference", Reference("Medication", asked.Presentation.Value)),
            ("quantity", Quantity(asked.Asked.Value, presentation.BaseUnit)),
            ("occurrenceDateTime", r.NeededBy is { } by ? LocalDatePattern.Iso.Format(by) : null),
            ("authoredOn", At((submitted ?? written).At, zone)),
            ("requester", Reference("Practitioner", (submitted ?? written).By.Value)),
            ("supplier", List(Reference("Organization", r.Supplying.Value))),
            ("reasonCode", r.Reason is { } reason ? List(Concept(null, reason)) : null),
            ("deliverFrom", Reference("Location", r.Origin.Value)),
            ("deliverTo", Reference("Location", r.Destination.Value)));
    }

    /// <summary>A lot of a delivery as SupplyDelivery.</summary>
    public static JsonObject Delivery(RequisitionSnapshot r, int delivery, int lot, PresentationSnapshot presentation, DateTimeZone zone, FhirOptions options)
    {
        ArgumentNullException.ThrowIfNull(r);
        ArgumentNullException.ThrowIfNull(presentation);
        ArgumentNullException.ThrowIfNull(options);
        var sent = r.Deliveries[delivery - 1];
        var part = sent.Lots[lot - 1];
        var line = r.Lines.Select((l, i) => (l.Presentation, Number: i + 1)).First(l => l.Presentation == part.Presentation).Number;
        var damaged = part.Damaged.IsZero ? null : Object(("url", options.Extension("damaged")), ("valueQuantity", Quantity(part.Damaged.Value, presentation.BaseUnit)));
        var received = sent.IsCounted ? Object(("url", options.Extension("received")), ("valueQuantity", Quantity(part.Received.Value, presentation.BaseUnit))) : null;
        return Object(
            ("resourceType", "SupplyDelivery"),
            ("id", FhirIds.Of(r.Id.Value, delivery, lot)),
            ("extension", List(received, damaged)),
            ("basedOn", List(Reference("SupplyRequest", FhirIds.Of(r.Id.Value, line)))),
            ("status", RequisitionFhir.SupplyDeliveryStatus(sent)),
            ("type", Concept(Coding("http://terminology.hl7.org/CodeSystem/supply-item-type", "medication"))),
            ("suppliedItem", Object(("quantity", Quantity(part.Sent.Value, presentation.BaseUnit)), ("itemReference", Reference("Medication", part.Lot.Value)))),
            ("occurrenceDateTime", At(sent.Dispatched, zone)),
            ("supplier", Reference("Practitioner", sent.DispatchedBy.Value)),
            ("destination", Reference("Location", r.Destination.Value)),
            ("receiver", sent.ReceivedBy is { } by ? List(Reference("Practitioner", by.Value)) : null));
    }
}
