using System.Text.Json.Nodes;
using Clinic.Abstractions;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Requisitions;
using NodaTime;

namespace Clinic.Bridges.Fhir;

/// <summary>Reads requisitions as FHIR, where the app uses them.</summary>
internal sealed class SupplyExport(RequisitionInquiries inquiries, IPresentationStore presentations, FhirOptions options)
{
    public async Task<JsonObject?> FindAsync(CommandContext x, FhirType type, string id, DateTimeZone zone, CancellationToken ct)
    {
        if (!FhirIds.TryRead(id, out var key, out var numbers) || numbers.Length != (type == FhirType.SupplyRequest ? 1 : 2)) return null;
        try
        {
            var found = await inquiries.FindAsync(x.Tenant, x.Actor, new RequisitionId(key), ct).ConfigureAwait(false);
            return (await AllAsync(x, type, found.State, zone, ct).ConfigureAwait(false)).FirstOrDefault(r => r["id"]!.GetValue<string>() == id);
        }
        catch (PharmacyException e) when (e.Code == PharmacyRules.RequisitionUnknown)
        {
            return null;
        }
    }

    public async Task<FhirBundle> ListAsync(CommandContext x, FhirType type, DateTimeZone zone, PageRequest page, CancellationToken ct)
    {
        var found = await inquiries.ListAsync(x.Tenant, x.Actor, new RequisitionQuery(), page, ct).ConfigureAwait(false);
        var resources = new List<JsonObject>();
        foreach (var requisition in found.Items) resources.AddRange(await AllAsync(x, type, requisition.State, zone, ct).ConfigureAwait(false));
        return new(resources, found.Next);
    }

    private async Task<List<JsonObject>> AllAsync(CommandContext x, FhirType type, RequisitionSnapshot r, DateTimeZone zone, CancellationToken ct)
    {
        var known = new Dictionary<PresentationId, PresentationSnapshot>();
        foreach (var line in r.Lines) known[line.Presentation] = (await presentations.FindAsync(x.Tenant, line.Presentation, ct).ConfigureAwait(false))!.ToSnapshot();
        return type == FhirType.SupplyRequest
            ? [.. r.Lines.Select((l, i) => SupplyMapping.Request(r, i + 1, known[l.Presentation], zone, options))]
            : [.. r.Deliveries.SelectMany((d, i) => d.Lots.Select((l, j) => SupplyMapping.Delivery(r, i + 1, j + 1, known[l.Presentation], zone, options)))];
    }
}
